import { FaultPage } from "@/components/notice/fault-page";
import { noteFault } from "@/lib/syndication/queries";
import type { PageView } from "./page-view";
import { sendPage } from "./send-page";

const fault: PageView = { title: "This page did not print", head: <meta name="robots" content="noindex" />, page: <FaultPage />, tags: [] };
const retryAfterSec = 10;

/**
 * Answers for a page that could not be made, and notes why: 500, or 503 while the database is away, which tells
 * whoever asks by itself to come back in a moment.
 */
export async function sendFault(cause: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const { isDatabaseAway } = await noteFault(cause);
  const page = await sendPage(fault, isDatabaseAway ? { ...headers, "retry-after": String(retryAfterSec) } : headers);
  return new Response(page.body, { status: isDatabaseAway ? 503 : 500, headers: page.headers });
}
