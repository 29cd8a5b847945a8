import { NotFoundPage } from "@/components/notice/not-found-page";
import { missingTitle, type PageView } from "./page-view";
import { printDocument } from "./print-document";

const missing: PageView = { title: missingTitle, head: <meta name="robots" content="noindex" />, page: <NotFoundPage />, tags: [] };

/** Answers with a page, or with the page that says there is none. */
export async function sendPage(view: PageView | null, headers: Record<string, string> = {}): Promise<Response> {
  // As bytes: of a text the answer would look at every letter once more.
  return new Response(Buffer.from(await printDocument(view ?? missing)), {
    status: view ? 200 : 404,
    headers: { "content-type": "text/html; charset=utf-8", ...headers },
  });
}
