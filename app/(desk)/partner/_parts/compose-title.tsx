import type { PageView } from "@/app/(reader)/_parts/page-view";
import { FeedsPage } from "@/components/desk/partner/feeds-page";
import { PolicyPage } from "@/components/desk/partner/policy-page";
import { lastDays } from "@/lib/partners/day-span";
import { readTitleFeeds, readTitlePolicy, type TitleStaff } from "@/lib/partners/queries";
import { partnerView, staffOf } from "./partner-view";

const feedDays = 28;

/** How a title's feeds are. */
export async function composeFeeds(_params: unknown, staff: TitleStaff): Promise<PageView> {
  const now = new Date();
  const report = await readTitleFeeds(staff, now);
  return partnerView("Feeds", <FeedsPage staff={staffOf(staff)} {...report} span={lastDays(now, feedDays)} />);
}

/** What a title lets us do. */
export async function composePolicy(_params: unknown, staff: TitleStaff): Promise<PageView> {
  const policy = await readTitlePolicy(staff);
  return partnerView("Policy", <PolicyPage staff={staffOf(staff)} policy={policy} />);
}
