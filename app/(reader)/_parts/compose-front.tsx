import { FrontPage } from "@/components/front/front-page";
import { product } from "@/lib/core/product";
import { loadFront } from "./load-front";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";

/** The front page of an edition for a visitor or a member; null for an edition that is not printed. */
export async function composeFront({ edition }: { edition: string }, reader: Reader): Promise<PageView | null> {
  if (edition !== product.defaultEdition) return null;
  const view = await loadFront(reader);
  const page = <FrontPage view={view} viewer={reader.badge} now={reader.now} />;
  return { title: product.promise, head: pageHead(`${product.name}: ${product.promise}`, "/"), page, tags: ["front", "top", "picks"] };
}
