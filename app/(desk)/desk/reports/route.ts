import { editorRoute } from "@/app/(desk)/_parts/staff-route";
import { composeDeskReports } from "./_parts/compose-desk-reports";

export const GET = editorRoute(composeDeskReports);
