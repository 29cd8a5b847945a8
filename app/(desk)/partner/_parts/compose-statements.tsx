import type { PageView } from "@/app/(reader)/_parts/page-view";
import { StatementPage } from "@/components/desk/partner/statement-page";
import { StatementsPage } from "@/components/desk/partner/statements-page";
import { readTitleStatement, readTitleStatements, type TitleStaff } from "@/lib/partners/queries";
import { Month } from "@/lib/payouts/types";
import { partnerView, staffOf } from "./partner-view";

/** What a title earned, by month. */
export async function composeStatements(_params: unknown, staff: TitleStaff): Promise<PageView> {
  return partnerView("Statements", <StatementsPage staff={staffOf(staff)} statements={await readTitleStatements(staff)} />);
}

/** What a title earned in a month; null where it has no statement. */
export async function composeStatement({ month }: { month: string }, staff: TitleStaff): Promise<PageView | null> {
  const statements = Month.safeParse(month).success ? await readTitleStatement(staff, month) : [];
  if (statements.length === 0) return null;
  return partnerView(`Statement ${month}`, <StatementPage staff={staffOf(staff)} month={month} statements={statements} now={new Date()} />);
}
