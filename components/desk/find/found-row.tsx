import { directionOf, languageOf } from "@/components/card/text-language";
import { findSection } from "@/lib/articles/sections";
import type { FoundArticle } from "@/lib/editorial/find-types";
import { DeskShortTime } from "./desk-time";

const stateWords = { listed: "", hidden: "Hidden", withdrawn: "Withdrawn", embargo: "Under embargo" } as const;
const lockWords = {
  open: "open to everyone",
  registered: "any account",
  metered: "metered",
  lead_in: "opening only",
  paid: "members",
} as const;

/** One article that was found, with the numbers that made it so and what to do with it. */
export function FoundRow({ row, now }: { row: FoundArticle; now: Date }) {
  const { slug, headline, publisherName, section, publishedAt, wordCount, access, state, isPicked, story } = row;
  const marks = [isPicked ? "Picked" : "", stateWords[state]].filter((mark) => mark !== "");
  return (
    <tr data-row="">
      <td>
        <a className="desk-headline" href={`/desk/articles/${slug}`} data-key="e" lang={languageOf(row)} dir={directionOf(row)}>
          {headline}
        </a>
        <p className="desk-meta">
          {`${publisherName} · ${findSection(section)?.name ?? section} · ${lockWords[access]}`}
          {marks.map((mark) => (
            <b key={mark}>{` · ${mark}`}</b>
          ))}
        </p>
      </td>
      <td>
        <DeskShortTime at={publishedAt} now={now} />
      </td>
      <td>
        {story ? `${story.titleCount} ${story.titleCount === 1 ? "title" : "titles"}` : "no story yet"}
        {story && <p className="desk-meta">{story.regions.join(", ")}</p>}
      </td>
      <td className="is-figure" data-name="New titles">
        {story ? story.growth : 0}
      </td>
      <td className="is-figure" data-name="Words">
        {wordCount}
      </td>
      <td>
        <span className="find-line">{`${row.readers} opened, ${row.finished} finished`}</span>
        <p className="desk-meta find-line">{`${row.saves} saved, ${row.gifts} gifts opened`}</p>
      </td>
      <td>
        <FoundActs row={row} />
      </td>
    </tr>
  );
}

function FoundActs({ row: { id, slug, headline, story } }: { row: FoundArticle }) {
  return (
    <div className="desk-acts find-acts">
      <a className="desk-button" href={`/desk/lists/our-picks/add?article=${id}`} data-key="p">
        Pick<span className="sr-only">: {headline}</span> <kbd>p</kbd>
      </a>
      <a className="desk-button is-quiet" href={`/article/${slug}`} data-key="o">
        Open<span className="sr-only">: {headline}</span> <kbd>o</kbd>
      </a>
      {story && (
        <a className="desk-button is-quiet" href={`/desk/stories/${story.slug}`} data-key="s">
          Story<span className="sr-only">: {headline}</span> <kbd>s</kbd>
        </a>
      )}
    </div>
  );
}
