import { editorRoute } from "@/app/(desk)/_parts/staff-route";
import { composeDeskStory } from "../_parts/compose-desk-story";

export const GET = editorRoute(composeDeskStory);
