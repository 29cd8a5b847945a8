import { partnerRoute } from "@/app/(desk)/_parts/staff-route";
import { composeStatements } from "@/app/(desk)/partner/_parts/compose-statements";

export const GET = partnerRoute(composeStatements);
