import { actOnFeed } from "@/lib/feeds/feed-commands";
import { takeDeskAct } from "../../../../_parts/take-desk-act";

/** Polls, replays, pauses, resumes or removes a feed. */
export const POST = (request: Request): Promise<Response> => takeDeskAct(request, { fields: ["feedId", "act"], command: actOnFeed });
