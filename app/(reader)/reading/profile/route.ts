import { changeProfile } from "@/lib/ranking/profile-commands";
import { takeAct } from "../_parts/take-act";

/** One change of what is thought of the reader. */
export const POST = (request: Request): Promise<Response> => takeAct(request, ["change", "facet", "weight"], changeProfile);
