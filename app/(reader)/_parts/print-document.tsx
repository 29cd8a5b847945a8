import { createHash } from "node:crypto";
import { themeScript, timeScript } from "@/components/frame/inline-scripts";
import { product } from "@/lib/core/product";
import { readFrame } from "@/lib/syndication/queries";
import type { PageView } from "./page-view";
import { printPage } from "./print-page";

const hashSource = (script: string): string => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** Our own two inline scripts may run here and no other: narrower than the policy in the header, and both hold. */
const scriptPolicy = `script-src 'self' ${[themeScript, timeScript].map(hashSource).join(" ")}`;

/**
 * A page as a whole HTML document: our own head and body in the frame that Next built, without Next's scripts, since
 * nothing of it is hydrated. docs/decisions/007-printed-pages.md
 */
export async function printDocument({ title, head, page }: PageView): Promise<string> {
  const frame = await readFrame();
  const ownHead = printPage(
    <>
      <meta httpEquiv="Content-Security-Policy" content={scriptPolicy} />
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
