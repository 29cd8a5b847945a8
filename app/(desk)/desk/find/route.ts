import { editorRoute } from "@/app/(desk)/_parts/staff-route";
import { composeFind } from "./_parts/compose-find";

export const GET = editorRoute(composeFind);
