import { partnerRoute } from "@/app/(desk)/_parts/staff-route";
import { composeFeeds } from "@/app/(desk)/partner/_parts/compose-title";

export const GET = partnerRoute(composeFeeds);
