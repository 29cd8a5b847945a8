import { editionWords } from "@/components/top-stories/edition-words";
import { TopPage } from "@/components/top-stories/top-page";
import { topPath } from "@/components/top-stories/top-path";
import { findSection } from "@/lib/articles/sections";
import { product } from "@/lib/core/product";
import { findMarks, withMark } from "@/lib/reading/mark-queries";
import { listTopEditions, listTopPlaces } from "@/lib/stories/queries";
import { listTopLanguages } from "@/lib/stories/top-language-queries";
import type { TopPlaceView } from "@/lib/stories/types";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";

type TopParams = { section?: string; edition?: string };

const placesMax = 40;

/** The whole list of top stories of an edition and section, of all where no address names one; null for one that is not made. */
export async function composeTop(params: TopParams | undefined, reader: Reader): Promise<PageView | null> {
  const { section: wanted = "all", edition = product.editionLanguage } = params ?? {};
  const section = wanted === "all" ? null : findSection(wanted);
  if (wanted !== "all" && !section) return null;
  const [language = ""] = edition.split("-");
  const [languages, editions] = await Promise.all([listTopLanguages(), listTopEditions(language)]);
  if (edition !== product.editionLanguage && !editions.includes(edition)) return null;
  const list = { edition, section: section?.slug ?? ("all" as const), take: placesMax };
  const places = await markPlaces(reader.viewer, await listTopPlaces(list, reader.viewer, reader.now));
  const view = { edition, languages, editions, section, places };
  const title = section ? `Top stories: ${section.name}` : "Top stories right now";
  const named = edition === product.editionLanguage ? title : `${title}, ${editionWords(edition)}`;
  return {
    title: named,
    head: pageHead(named, topPath(section?.slug ?? "all", edition)),
    page: <TopPage view={view} viewer={reader.badge} now={reader.now} />,
    tags: ["top"],
  };
}

async function markPlaces(viewer: Reader["viewer"], places: readonly TopPlaceView[]): Promise<TopPlaceView[]> {
  const marks = await findMarks(
    viewer,
    places.map(({ card }) => card),
  );
  return places.map((place) => ({ ...place, card: withMark(place.card, marks) }));
}
