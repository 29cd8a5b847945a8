import { editorRoute } from "@/app/(desk)/_parts/staff-route";
import { composeDeskArticle } from "../_parts/compose-desk-article";

export const GET = editorRoute(composeDeskArticle);
