import { NotFoundPage } from "@/components/notice/not-found-page";
import { missingTitle, type PageView } from "./page-view";
import { printDocument } from "./print-document";

const missing: PageView = { title: missingTitle, head: <meta name="robots" content="noindex" />, page: <NotFoundPage />, tags: [] };

/** Answers with a page, or with the page that says there is none. */
export async function sendPage(view: PageView | null, headers: Record<string, string> = {}): Promise<Response> {
  return new Response(await printDocument(view ?? missing), {
    status: view ? 200 : 404,
    headers: { "content-type": "text/html; charset=utf-8", ...headers },
  });
}
