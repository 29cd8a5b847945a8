import { returnPath } from "@/lib/accounts/return-path";
import { markAllRead } from "@/lib/reading/mark-commands";
import { takeAct } from "../_parts/take-act";

/** Marks the stories of a page's cards as read, and leads back to where that can be taken back. */
export async function POST(request: Request): Promise<Response> {
  return takeAct(request, ["ids", "returnTo"], async ({ returnTo, ...input }) => {
    const marked = await markAllRead(input);
    return marked.ok ? { ok: true, value: withBatch(returnPath(returnTo), marked.value) } : marked;
  });
}

const withBatch = (path: string, batch: string): string =>
  `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ marked: batch })}`;
