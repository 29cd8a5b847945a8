import { FaultPage } from "@/components/notice/fault-page";
import { isDatabaseUp } from "@/lib/feeds/queries";
import { webLog } from "@/lib/platform/log";
import type { PageView } from "./page-view";
import { sendPage } from "./send-page";

const fault: PageView = { title: "This page did not print", head: <meta name="robots" content="noindex" />, page: <FaultPage /> };
const retryAfterSec = 10;

/**
 * Answers for a page that could not be made, and logs why: 500, or 503 while the database is away, which tells
 * whoever asks by itself to come back in a moment.
 */
export async function sendFault(cause: unknown, headers: Record<string, string> = {}): Promise<Response> {
  webLog().error({ err: cause }, "a page could not be made");
  const isUp = await isDatabaseUp().catch(() => false);
  const page = await sendPage(fault, isUp ? headers : { ...headers, "retry-after": String(retryAfterSec) });
  return new Response(page.body, { status: isUp ? 500 : 503, headers: page.headers });
}
