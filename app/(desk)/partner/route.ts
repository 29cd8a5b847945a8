import { partnerRoute } from "@/app/(desk)/_parts/staff-route";
import { composeOverview } from "@/app/(desk)/partner/_parts/compose-figures";

export const GET = partnerRoute(composeOverview);
