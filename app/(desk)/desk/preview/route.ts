import { editorRoute } from "../../_parts/staff-route";
import { composePreview } from "./_parts/compose-preview";

export const GET = editorRoute(composePreview);
