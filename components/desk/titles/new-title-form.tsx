import { guessTitle } from "@/lib/feeds/guess-title";
import type { LookedFeed } from "@/lib/feeds/look-types";
import { FoundFeeds } from "./found-feeds";
import { SectionMapFields } from "./section-map-fields";
import { PolicyFields, TitleFields, type TitleValues } from "./title-fields";

type NewTitleFormProps = {
  lookId: string;
  feeds: readonly LookedFeed[];
  owners: ReadonlyMap<string, { slug: string; name: string }>;
  now: Date;
};

/** What was found, with everything that has to be said of it before it is in the paper; most is guessed well enough. */
export function NewTitleForm({ lookId, feeds, owners, now }: NewTitleFormProps) {
  const [first] = feeds;
  if (!first) return null;
  const values = { ...narrowest, ...guessTitle(first) };
  const categories = [...new Set(feeds.flatMap((feed) => feed.categories))];
  const isAllKnown = feeds.every((feed) => owners.has(feed.url));
  return (
    <form method="post" action="/admin/titles/include" data-desk="">
      <input type="hidden" name="lookId" value={lookId} />
      <input type="hidden" name="returnTo" value={`/admin/titles/add?look=${lookId}`} />
      <h2>{feeds.length === 1 ? "One feed" : `${feeds.length} feeds`}</h2>
      <FoundFeeds feeds={feeds} owners={owners} now={now} />
      <h2>The title</h2>
      <TitleFields values={values} />
      <h2>What it calls its sections</h2>
      <SectionMapFields categories={categories} said={{}} />
      <h2>What we may show</h2>
      <PolicyFields values={values} />
      <h2>The decision</h2>
      <label className="desk-field title-reason">
        <span>Why it is taken in, or is not</span>
        <textarea name="reason" rows={2} maxLength={500} required />
        <small>Readers may read it: it stays with the title.</small>
      </label>
      <div className="desk-acts title-decide">
        <button className="desk-button is-main" type="submit" disabled={isAllKnown}>
          Take it in
        </button>
        <button className="desk-button" type="submit" formAction="/admin/titles/refuse" formNoValidate>
          Keep it out
        </button>
      </div>
    </form>
  );
}

/** What a title lets us show that has agreed to nothing. */
const narrowest: Omit<TitleValues, "name" | "homeUrl" | "country" | "language" | "colour" | "initials"> = {
  tagline: null,
  stateMedia: false,
  licence: "headline",
  wall: "open",
  indexing: "noindex",
  fullText: false,
  leadInWords: null,
  minMinutes: null,
  maxMinutes: null,
};
