import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { MuteKind } from "@/lib/entitlements/mute-types";
import type { MutedEntry } from "@/lib/reading/mute-types";
import { KeywordForm } from "./keyword-form";
import { MutedRow } from "./muted-row";

type MutesPageProps = {
  mutes: readonly MutedEntry[];
  /** Primary subtags that a keyword can be a word of, with their names. */
  languages: readonly { code: string; name: string }[];
  /** Why nothing was muted, in words; null where nothing went wrong. */
  refusal: string | null;
  viewer: ViewerBadge;
  now: Date;
};

const groups: readonly { kind: MuteKind; name: string }[] = [
  { kind: "keyword", name: "Words" },
  { kind: "publisher", name: "Titles" },
  { kind: "author", name: "Writers" },
  { kind: "topic", name: "Topics and places" },
  { kind: "story", name: "Stories" },
];

/** All that a reader has muted, with the way to take each back, and the form for a word. */
export function MutesPage({ mutes, languages, refusal, viewer, now }: MutesPageProps) {
  const isMany = mutes.length > 1;
  return (
    <PageFrame viewer={viewer} now={now} path="/mutes">
      <header className="page-head">
        <h1>Your mutes</h1>
        <p className="page-tagline">
          What you mute appears nowhere in the paper: no front page, no list, no pick of the editors. It keeps its own address, and its
          place here.
        </p>
      </header>
      {refusal !== null && (
        <p className="form-error" role="alert">
          {refusal}
        </p>
      )}
      <div className="mutes">
        <KeywordForm languages={languages} />
        <div className="mutes-list">
          {mutes.length === 0 && (
            <Notice title="Nothing is muted">
              Titles, writers, topics and stories are muted on their own pages, and from the “⋯” of every card. Words are muted here.
            </Notice>
          )}
          {groups.map(({ kind, name }) => (
            <MutedGroup key={kind} name={name} mutes={mutes.filter((mute) => mute.kind === kind)} now={now} />
          ))}
          {isMany && <p className="mutes-count">{`${mutes.length} mutes in all, the latest first.`}</p>}
        </div>
      </div>
    </PageFrame>
  );
}

function MutedGroup({ name, mutes, now }: { name: string; mutes: readonly MutedEntry[]; now: Date }) {
  if (mutes.length === 0) return null;
  return (
    <section>
      <h2 className="label">{name}</h2>
      <ul>
        {mutes.map((mute) => (
          <MutedRow key={mute.id} mute={mute} now={now} />
        ))}
      </ul>
    </section>
  );
}
