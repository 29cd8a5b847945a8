import { themeScript, timeScript } from "@/components/frame/inline-scripts";
import { product } from "@/lib/core/product";
import { readFrame } from "@/lib/syndication/queries";
import type { PageView } from "./page-view";
import { printPage } from "./print-page";

/**
 * A page as a whole HTML document: our own head and body in the frame that Next built, without Next's scripts, since
 * nothing of it is hydrated. docs/decisions/009-printed-documents.md
 */
export async function printDocument({ title, head, page }: PageView): Promise<string> {
  const frame = await readFrame();
  const ownHead = printPage(
    <>
      <title>{title === product.promise ? `${product.name}: ${title}` : `${title} · ${product.name}`}</title>
      {head}
      <script>{themeScript}</script>
      <script src="/broadsheet.js" defer />
    </>,
  );
  // React writes the preloads of eager pictures first: they belong where the browser sees them before anything else.
  const [, preloads = "", body = ""] = /^((?:<link rel="preload"[^>]*>)*)([\s\S]*)$/.exec(printPage(page)) ?? [];
  return `<!DOCTYPE html>${frame.htmlTag}<head>${frame.headTags}${preloads}${ownHead}</head><body>${body}<script>${timeScript}</script></body></html>`;
}
