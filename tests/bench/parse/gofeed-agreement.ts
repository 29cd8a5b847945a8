import { z } from "zod";
import { parseDate } from "@/lib/feeds/parse-date";
import { plainTitle } from "@/lib/feeds/plain-text";
import { readXmlFeed } from "@/lib/feeds/read-xml-feed";
import { type Tally, tally } from "./tally";

const text = z.string().nullish().catch(null);

/** An item as gofeed writes it: its universal form, its RSS form or its Atom form. */
const Item = z.object({
  title: text,
  link: text,
  links: z
    .array(z.union([z.string(), z.object({ href: text, rel: text })]))
    .nullish()
    .catch(null),
  guid: z
    .union([z.string(), z.object({ value: text })])
    .nullish()
    .catch(null),
  id: text,
  pubDateParsed: text,
  publishedParsed: text,
  updatedParsed: text,
});
type Item = z.infer<typeof Item>;

const Expectation = z.object({ title: text, link: text, items: z.array(Item).nullish(), entries: z.array(Item).nullish() });

export type GofeedAgreement = Record<"feed titles" | "feed links" | "items" | "titles" | "links" | "ids" | "dates", Tally>;

export const noAgreement = (): GofeedAgreement => ({
  "feed titles": tally(),
  "feed links": tally(),
  items: tally(),
  titles: tally(),
  links: tally(),
  ids: tally(),
  dates: tally(),
});

type RawFeed = Extract<Awaited<ReturnType<typeof readXmlFeed>>, { ok: true }>["value"]["raw"];
type RawEntry = NonNullable<RawFeed["entries"][number]>;

/**
 * Adds how far what we read from a document, before anything is normalised or dropped, agrees with gofeed's expected
 * JSON, item by item in order, where that states a value. Titles are compared as plain text.
 */
export async function addGofeedAgreement(total: GofeedAgreement, source: string, json: string): Promise<void> {
  const read = await readXmlFeed(source);
  const expected = Expectation.safeParse(JSON.parse(json));
  if (!read.ok || !expected.success) return;
  const { title, link, items, entries } = expected.data;
  if (title) count(total["feed titles"], plainTitle(read.value.raw.title) === plain(title));
  if (link && URL.canParse(link)) count(total["feed links"], sameAddress(read.value.raw.homeUrl, link));
  for (const [index, item] of (items ?? entries ?? []).entries()) {
    const entry = read.value.raw.entries[index];
    count(total.items, Boolean(entry));
    if (entry) addItem(total, entry, item);
  }
}

function addItem(total: GofeedAgreement, entry: RawEntry, item: Item): void {
  if (plain(item.title) !== "") count(total.titles, plainTitle(entry.title) === plain(item.title));
  const link = linkOf(item);
  if (link && URL.canParse(link)) count(total.links, sameAddress(entry.links[0] ?? null, link));
  const id = idOf(item);
  if (id) count(total.ids, entry.guid === id.trim());
  const date = parseDate(item.publishedParsed ?? item.pubDateParsed);
  if (date) count(total.dates, parseDate(entry.published[0] ?? entry.updated[0])?.getTime() === date.getTime());
}

const plain = (value: string | null | undefined): string => plainTitle({ value: value ?? "", type: "html" });

const idOf = (item: Item): string | null => item.id ?? (typeof item.guid === "object" ? (item.guid?.value ?? null) : (item.guid ?? null));

function linkOf(item: Item): string | null {
  const links = (item.links ?? []).map((link) => (typeof link === "string" ? { href: link, rel: "alternate" } : link));
  const page = links.find((link) => !link.rel || link.rel === "alternate");
  return item.link || page?.href || null;
}

const sameAddress = (ours: string | null, theirs: string): boolean => ours !== null && URL.parse(ours)?.href === URL.parse(theirs)?.href;

function count(total: Tally, isAgreed: boolean): void {
  total.stated += 1;
  if (isAgreed) total.agreed += 1;
}
