import { FrontPage } from "@/components/front/front-page";
import { product } from "@/lib/core/product";
import type { LanguageWish } from "@/lib/core/read-accept-language";
import { loadFront } from "./load-front";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";

type FrontParams = { edition: string; hints?: LanguageWish };

const noHints: LanguageWish = { languages: [], country: null };

/** The front page of an edition for a visitor or a member; null for an edition that is not printed. */
export async function composeFront({ edition, hints = noHints }: FrontParams, reader: Reader): Promise<PageView | null> {
  if (edition !== product.defaultEdition) return null;
  const view = await loadFront(reader, hints);
  const page = <FrontPage view={view} viewer={reader.badge} now={reader.now} />;
  return { title: product.promise, head: pageHead(`${product.name}: ${product.promise}`, "/"), page, tags: ["front", "top", "picks"] };
}
