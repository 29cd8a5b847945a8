import "server-only";
import { sections } from "@/lib/articles/sections";
import type { ArticleCard } from "@/lib/articles/types";
import { product } from "@/lib/core/product";
import { readAcceptLanguage } from "@/lib/core/read-accept-language";
import type { Viewer } from "@/lib/entitlements/types";
import type { PublisherFacts } from "@/lib/feeds/publisher-store";
import { listTitles } from "@/lib/feeds/queries";
import { rememberBy } from "@/lib/platform/remember";
import { listTopPlaces } from "@/lib/stories/queries";
import { listTopLanguages } from "@/lib/stories/top-language-queries";
import { arrangePreview, type PreviewCard } from "./arrange-preview";
import { findCarriedChoices } from "./choices-gateway";
import { chooseTitles } from "./choose-titles";
import { showFollowed } from "./follow-queries";
import { listFollows } from "./follow-store";
import { nameFollows } from "./follow-target-store";
import { type FollowRef, type FollowTarget, followRefText } from "./follow-types";
import { listFollowedRows } from "./followed-store";
import { listNewsTopics, listTitleReach } from "./onboarding-store";
import type { StartView, TitleChoice } from "./onboarding-types";
import { findReaderSettings } from "./settings-store";
import { type Choices, picksMax, readChoices } from "./visitor-choices";

/** Who picks, and what their browser sent. */
export type StartRequest = { viewer: Viewer; now: Date; query: URLSearchParams; acceptLanguage: string | null };

const titlesOffered = 12;
const topicsOffered = 12;
const previewShown = 8;
const previewRead = 40;
const topLanguagesAsked = 2;

// The same for everyone who reads these languages.
const titleReach = rememberBy({ forMs: 60_000, keysMax: 50 }, (languages: string) => listTitleReach(languages.split(" "), new Date()));
const newsTopics = rememberBy({ forMs: 60_000, keysMax: 50 }, (languages: string) => listNewsTopics(languages.split(" "), topicsOffered));

/** Whether this browser carries what a visitor picked. */
export const hasCarriedChoices = async (): Promise<boolean> => (await findCarriedChoices()) !== null;

/** Whether an account has been through the choosing, be it to skip it. */
export async function hasChosen({ userId }: Extract<Viewer, { kind: "account" }>): Promise<boolean> {
  return (await findReaderSettings(userId)).onboardedAt !== null;
}

/**
 * What somebody can pick and has picked, and the front page that it makes so far. An address that says `chosen` holds all
 * choices; any other adds its `pick` to what the account follows, or this browser carries, or its settings wish.
 */
export async function readStart({ viewer, now, query, acceptLanguage }: StartRequest): Promise<StartView> {
  const [follows, available, titles] = await Promise.all([listOwnFollows(viewer), listTopLanguages(), listTitles()]);
  const asked = readQuery(query);
  const before = query.has("chosen") ? null : await findChoices(viewer, follows, acceptLanguage);
  const wished = before ? { ...before, picks: mergeRefs(asked.picks, before.picks) } : asked;
  const languages = readable(wished.languages, available);
  const named = await nameFollows(mergeRefs(wished.picks, follows));
  const picked = new Set(mergeRefs(wished.picks, []).map(followRefText));
  const picks = named.filter((target) => picked.has(followRefText(target)));
  const choices: Choices = { country: wished.country, languages, picks: picks.map(toRef) };
  const [offer, preview] = await Promise.all([offerTo(choices, named, titles), readPreview(choices, picks, viewer, now)]);
  const followed = new Set(follows.map(followRefText));
  return {
    choices,
    countries: [...new Set(titles.map(({ country }) => country))].sort(),
    languages: available.length > 0 ? [...available] : [product.editionLanguage],
    ...offer,
    others: named.filter(({ kind }) => kind === "author" || kind === "story"),
    followed: named.map(followRefText).filter((ref) => followed.has(ref)),
    preview,
  };
}

const readQuery = (query: URLSearchParams): Choices =>
  readChoices({ country: query.get("country") ?? undefined, language: query.getAll("language"), pick: query.getAll("pick") });

async function listOwnFollows(viewer: Viewer): Promise<FollowRef[]> {
  return viewer.kind === "visitor" ? [] : (await listFollows(viewer.userId)).slice(0, picksMax).map(toRef);
}

/** What is known before anything is picked here: the account's own, else what the browser carries; where it says nothing, its settings. */
async function findChoices(viewer: Viewer, follows: readonly FollowRef[], acceptLanguage: string | null): Promise<Choices> {
  const wish = readAcceptLanguage(acceptLanguage);
  if (viewer.kind === "visitor") return (await findCarriedChoices()) ?? { ...wish, picks: [] };
  const { country, languages } = await findReaderSettings(viewer.userId);
  return { country: country ?? wish.country, languages: languages.length > 0 ? languages : wish.languages, picks: [...follows] };
}

/** Of the languages wished for those that have stories; the edition's own where none has. */
function readable(wished: readonly string[], available: readonly string[]): string[] {
  const had = wished.filter((language) => available.includes(language));
  return had.length > 0 ? had : [product.editionLanguage];
}

async function offerTo(choices: Choices, named: readonly FollowTarget[], titles: readonly PublisherFacts[]) {
  const key = choices.languages.join(" ");
  const [topics, reach] = await Promise.all([newsTopics(key), titleReach(key)]);
  const reachOf = new Map(reach.map((title) => [title.publisherId, title]));
  const printing = titles.flatMap((title) => {
    const found = reachOf.get(title.id);
    return found ? [{ ...title, topStories: found.topStories, articles: found.articles }] : [];
  });
  const offered = chooseTitles(printing, choices, titlesOffered).map(toTarget);
  const facts = new Map(titles.map((title) => [String(title.id), title]));
  const withMark = (target: FollowTarget): TitleChoice[] => {
    const title = facts.get(target.target);
    return title ? [{ ...target, mark: markOf(title) }] : [];
  };
  return {
    sections: sections.map(
      ({ slug, name }): FollowTarget => ({ kind: "section", target: slug, name, path: `/section/${slug}`, language: "en" }),
    ),
    topics: ownFirst(named, topics, "topic"),
    titles: ownFirst(named, offered, "publisher").flatMap(withMark),
  };
}

/** What is picked and not on offer stands before the offer, which keeps its order whatever is picked. */
function ownFirst(named: readonly FollowTarget[], offered: readonly FollowTarget[], kind: FollowTarget["kind"]): FollowTarget[] {
  const known = new Set(offered.map(({ target }) => target));
  return [...named.filter((target) => target.kind === kind && !known.has(target.target)), ...offered];
}

async function readPreview(choices: Choices, picks: readonly FollowTarget[], viewer: Viewer, now: Date): Promise<PreviewCard[]> {
  const [page, top] = await Promise.all([
    listFollowedRows(choices.picks, { take: previewRead, languages: choices.languages }),
    listTopCards(choices, viewer, now),
  ]);
  return arrangePreview(await showFollowed(page.rows, picks, viewer, now), top, previewShown);
}

/** The top stories of the reader's place where it has a list of its own, else of the language; two languages take turns. */
async function listTopCards({ country, languages }: Choices, viewer: Viewer, now: Date): Promise<ArticleCard[]> {
  const lists = await Promise.all(
    languages.slice(0, topLanguagesAsked).map(async (language) => {
      const ask = (edition: string) => listTopPlaces({ edition, section: "all", take: previewShown }, viewer, now);
      const near = country ? await ask(`${language}-${country}`) : [];
      return (near.length > 0 ? near : await ask(language)).map(({ card }) => card);
    }),
  );
  return Array.from({ length: previewShown }, (_, place) => lists.flatMap((list) => list[place] ?? [])).flat();
}

function mergeRefs(first: readonly FollowRef[], second: readonly FollowRef[]): FollowRef[] {
  return [...new Map([...first, ...second].map((ref) => [followRefText(ref), toRef(ref)])).values()];
}

const toRef = ({ kind, target }: FollowRef): FollowRef => ({ kind, target });

const toTarget = ({ id, slug, name, language }: PublisherFacts): FollowTarget => ({
  kind: "publisher",
  target: String(id),
  name,
  path: `/publisher/${slug}`,
  language,
});

const markOf = ({ slug, name, initials, colour, isSample }: PublisherFacts) => ({ slug, name, initials, colour, isSample });
