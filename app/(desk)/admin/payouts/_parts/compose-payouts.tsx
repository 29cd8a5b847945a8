import type { PageView } from "@/app/(reader)/_parts/page-view";
import { DeskFrame } from "@/components/desk/desk-frame";
import { OwedPage } from "@/components/desk/payouts/owed-page";
import { PayoutsPage } from "@/components/desk/payouts/payouts-page";
import { monthWords } from "@/components/time/format-instant";
import type { Staff } from "@/lib/accounts/guards";
import { readOfficePayouts, readOwedTitles } from "@/lib/payouts/office-queries";
import { officeView } from "../../_parts/office-view";

const staffOf = ({ viewer }: Staff) => ({ name: viewer.name, role: "admin" as const });

/** Months, and whether the books hold. */
export async function composePayouts(_params: object, staff: Staff): Promise<PageView> {
  const payouts = await readOfficePayouts(staff, new Date());
  return officeView(
    "Payouts",
    <DeskFrame
      staff={staffOf(staff)}
      path="/admin/payouts"
      title="Payouts"
      words="What members pay, to the titles that they read: month by month."
    >
      <PayoutsPage {...payouts} />
    </DeskFrame>,
  );
}

/** What each title is owed of a month; null for one that is not closed. */
export async function composeOwed({ month }: { month: string }, staff: Staff): Promise<PageView | null> {
  const titles = await readOwedTitles(staff, month);
  if (!titles) return null;
  const title = `Owed for ${monthWords(month)}`;
  return officeView(
    title,
    <DeskFrame
      staff={staffOf(staff)}
      path="/admin/payouts"
      title={title}
      tools={
        <a className="desk-button" href="/admin/payouts">
          All months
        </a>
      }
    >
      <OwedPage titles={titles} />
    </DeskFrame>,
  );
}
