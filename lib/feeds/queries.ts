import "server-only";
import { remember } from "@/lib/platform/remember";
import type { PublisherMark, TitleEntry } from "./publisher-mark";
import { countPublishers, listPublishers, type PublisherFacts } from "./publisher-store";

const publishers = remember(30_000, () => listPublishers());

/** Every active title, ordered by country and slug. */
export const listTitles = (): Promise<PublisherFacts[]> => publishers();

/** The active title with this slug, or null. */
export async function findTitle(slug: string): Promise<PublisherFacts | null> {
  return (await publishers()).find((publisher) => publisher.slug === slug) ?? null;
}

/** How many titles and countries the paper has, counted from the catalogue; sample titles are not counted. */
export async function countTitles(): Promise<{ titleCount: number; countryCount: number }> {
  const real = (await publishers()).filter((publisher) => !publisher.isSample);
  const counted = real.length > 0 ? real : await publishers();
  return { titleCount: counted.length, countryCount: new Set(counted.map((publisher) => publisher.country)).size };
}

/** Whether the database answers a read within two seconds. */
export async function isDatabaseUp(): Promise<boolean> {
  const timeout = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
  return Promise.race([
    countPublishers().then(
      () => true,
      () => false,
    ),
    timeout,
  ]);
}

/** Titles whose marks stand for the rest on the wall and the trial panel: spread over the catalogue, always the same ones. */
export async function listMarks(): Promise<PublisherMark[]> {
  const all = await publishers();
  const stride = Math.max(1, Math.floor(all.length / marksShown));
  return all
    .filter((_publisher, index) => index % stride === 0)
    .slice(0, marksShown)
    .map(toMark);
}

/** The source directory: every active title with what it lets one read. */
export async function listTitleEntries(): Promise<TitleEntry[]> {
  return (await publishers()).map((publisher) => ({
    ...toMark(publisher),
    tagline: publisher.tagline,
    country: publisher.country,
    language: publisher.language,
    direction: publisher.direction === "rtl" ? "rtl" : "ltr",
    access: publisher.wall,
  }));
}

const marksShown = 14;

const toMark = ({ slug, name, initials, colour, isSample, logoHash }: PublisherFacts): PublisherMark => ({
  slug,
  name,
  initials,
  colour,
  isSample,
  ...(logoHash !== null && { logoHash }),
});
