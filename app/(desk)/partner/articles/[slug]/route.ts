import { partnerRoute } from "@/app/(desk)/_parts/staff-route";
import { composeArticleReport } from "@/app/(desk)/partner/_parts/compose-figures";

export const GET = partnerRoute(composeArticleReport);
