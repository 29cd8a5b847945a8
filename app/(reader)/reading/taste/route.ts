import { tasteArticle } from "@/lib/ranking/taste-commands";
import { takeAct } from "../_parts/take-act";

/** More or less like one article, or that taken back. */
export const POST = (request: Request): Promise<Response> => takeAct(request, ["article", "taste", "undo", "order"], tasteArticle);
