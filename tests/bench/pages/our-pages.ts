import { signInByForm } from "../../support/account-forms";
import { sendRaw } from "../../support/raw-request";
import type { StackFacts } from "../../support/stack-file";
import { type PageBytes, weighPage } from "./page-weight";

/** One of our pages as one kind of reader gets it. */
export type OurPage = { reader: "visitor" | "member"; page: "front" | "article"; path: string; cookie?: string; bytes: PageBytes };

/** The front page and one walled article, each as a visitor and as the demo's subscriber gets it. */
export async function findOurPages(stack: StackFacts): Promise<OurPage[]> {
  const cookie = await signInByForm(stack.baseUrl, { email: "subscriber@broadsheet.example", password: stack.demoPassword });
  const article = await findWalledArticle(stack.baseUrl);
  const pages: OurPage[] = [];
  for (const [page, path] of [["front", "/"] as const, ["article", article] as const]) {
    pages.push({ reader: "visitor", page, path, bytes: await weighPage(stack.baseUrl, path) });
    pages.push({ reader: "member", page, path, cookie, bytes: await weighPage(stack.baseUrl, path, cookie) });
  }
  return pages;
}

/** The first article on the front page that a visitor meets the wall on. @throws Error when there is none */
async function findWalledArticle(origin: string): Promise<string> {
  const front = await sendRaw(origin, { path: "/" });
  const links = front.body.toString("utf8").matchAll(/href="(\/article\/[^"?#]+)"/g);
  for (const path of new Set([...links].map((link) => link[1] ?? ""))) {
    const { html } = await weighPage(origin, path);
    if (/"isAccessibleForFree":false/.test(html)) return path;
  }
  throw new Error("No article on the front page has a wall.");
}
