import { DeskFrame } from "@/components/desk/desk-frame";
import { Heads } from "@/components/desk/heads";
import type { FindKind, FindQuery, FindPage as Found } from "@/lib/editorial/find-types";
import { growthHours, longWords } from "@/lib/editorial/find-types";
import { type FindChoices, FindForm } from "./find-form";
import { FoundRow } from "./found-row";

type FindPageProps = { query: FindQuery; page: Found; choices: FindChoices; staff: { name: string; role: "editor" | "admin" }; now: Date };

const kinds: { kind: FindKind; name: string; words: string }[] = [
  { kind: "articles", name: "Articles", words: "The newest first." },
  { kind: "stories", name: "Stories", words: "By the article whose headline tells it, the latest told first." },
  {
    kind: "rising",
    name: "Rising and unpicked",
    words: `Stories that at least two new titles took up within ${growthHours} hours, and no running pick tells; most new titles first.`,
  },
  {
    kind: "one-region",
    name: "Covered by one region only",
    words: "Stories that at least three titles tell, all of one region of the world, the latest told first.",
  },
  {
    kind: "long-good",
    name: "Long and good",
    words: `Texts of ${longWords} words or more. Each reader who came to the end counts one, each who saved it two, each gift opened three.`,
  },
];

/** Search and filters over articles and stories. */
export function FindPage({ query, page, choices, staff, now }: FindPageProps) {
  const current = kinds.find(({ kind }) => kind === query.kind);
  return (
    <DeskFrame staff={staff} path="/desk/find" title="Find" words={current?.words}>
      <nav className="find-kinds" aria-label="What to look for">
        {kinds.map(({ kind, name }) => (
          <a key={kind} href={`/desk/find?kind=${kind}`} aria-current={kind === query.kind ? "page" : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <FindForm query={query} choices={choices} />
      {page.rows.length === 0 ? (
        <p className="desk-empty">Nothing of that kind. Look further back, or ask for less at once.</p>
      ) : (
        <div className="desk-scroll">
          <table className="desk-table is-stacked find-table">
            <caption>
              <kbd>j</kbd> and <kbd>k</kbd> go through the rows; <kbd>p</kbd> picks, <kbd>o</kbd> opens, <kbd>s</kbd> shows the story,{" "}
              <kbd>e</kbd> the article’s own page on the desk.{" "}
              <label className="find-keys">
                <input type="checkbox" data-keys-choice="" defaultChecked /> Keys on
              </label>
            </caption>
            <Heads
              names={[
                "Article",
                "Published",
                "Coverage",
                { figure: `New titles, ${growthHours} h` },
                { figure: "Words" },
                "Readers",
                { unseen: "What to do" },
              ]}
            />
            <tbody>
              {page.rows.map((row) => (
                <FoundRow key={row.id} row={row} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager query={query} nextCursor={page.nextCursor} />
    </DeskFrame>
  );
}

function Pager({ query, nextCursor }: { query: FindQuery; nextCursor: string | null }) {
  const at = (after: string | null) => {
    const { after: _after, ...asked } = query;
    const given = Object.entries({ ...asked, after }).filter(([, value]) => value !== undefined && value !== null && value !== "");
    return `/desk/find?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
  };
  return (
    <nav className="desk-pager" aria-label="Pages">
      {query.after && <a href={at(null)}>From the top</a>}
      {nextCursor && <a href={at(nextCursor)}>More</a>}
    </nav>
  );
}
