import type { ReactNode } from "react";
import type { DeskArticle } from "@/lib/articles/desk-types";
import { correctionCharsMax } from "@/lib/articles/desk-types";
import { sections } from "@/lib/articles/sections";
import { wallWords } from "./article-words";

type Of = { article: DeskArticle };

/** What an editor may do to an article; of a withdrawn one nothing is left but to give it back. */
export function ArticleActs({ article }: Of) {
  if (article.takenDownAt !== null) return <RestoreAct article={article} />;
  return (
    <div className="desk-aside">
      <SectionAct article={article} />
      <CorrectionAct article={article} />
      <HideAct article={article} />
      <EmbargoAct article={article} />
      {article.publisher.licence === "partner" && <WallAct article={article} />}
      <WithdrawAct article={article} />
    </div>
  );
}

function Act({ article, title, id, children }: Of & { title: string; id: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <form method="post" action={`/desk/articles/${article.slug}/act`} data-desk="" className="desk-act">
        <input type="hidden" name="returnTo" value={`/desk/articles/${article.slug}`} />
        {children}
      </form>
    </section>
  );
}

const Do = ({ act, children, confirm, isMain }: { act: string; children: ReactNode; confirm?: string; isMain?: boolean }) => (
  <button type="submit" name="act" value={act} className={isMain ? "desk-button is-main" : "desk-button"} data-confirm={confirm}>
    {children}
  </button>
);

function SectionAct({ article }: Of) {
  return (
    <Act article={article} title="Section" id="act-section">
      <div className="desk-field">
        <label htmlFor="section">It belongs in</label>
        <select id="section" name="section" defaultValue={article.section}>
          {sections.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
        <small>Your word stays, whatever its feed says later.</small>
      </div>
      <Do act="section">Set the section</Do>
    </Act>
  );
}

function CorrectionAct({ article }: Of) {
  return (
    <Act article={article} title="Correction" id="act-correct">
      <div className="desk-field">
        <label htmlFor="words">What was wrong as we showed it</label>
        <textarea id="words" name="words" rows={3} maxLength={correctionCharsMax} defaultValue={article.correction ?? ""} />
        <small>Readers see it with its date on the article’s page. Empty takes it back.</small>
      </div>
      <Do act="correct">Set the note</Do>
    </Act>
  );
}

function HideAct({ article }: Of) {
  const isHidden = article.hiddenAt !== null;
  return (
    <Act article={article} title="Hiding" id="act-hide">
      <p>
        {isHidden
          ? "It stands on no list and in no feed."
          : "Takes it off every list, story, search and feed; its own address shows it all the same."}
      </p>
      <Do act={isHidden ? "unhide" : "hide"}>{isHidden ? "Show it again" : "Hide it"}</Do>
    </Act>
  );
}

function EmbargoAct({ article }: Of) {
  return (
    <Act article={article} title="Embargo" id="act-embargo">
      <div className="desk-field">
        <label htmlFor="until">Not before (UTC)</label>
        <input id="until" name="until" type="datetime-local" defaultValue={article.embargoUntil?.slice(0, 16) ?? ""} />
        <small>Until then only staff and its own title see it. Empty lifts it.</small>
      </div>
      <Do act="embargo">Set the embargo</Do>
    </Act>
  );
}

function WallAct({ article }: Of) {
  return (
    <Act article={article} title="Who may read it" id="act-wall">
      <div className="desk-field">
        <label htmlFor="wall">Its text is for</label>
        <select id="wall" name="wall" defaultValue={article.ownWall ?? "title"}>
          <option value="title">{`as its title: ${wallWords[article.publisher.wall]}`}</option>
          {(["open", "registered", "metered", "lead_in", "paid"] as const).map((wall) => (
            <option key={wall} value={wall}>
              {wallWords[wall]}
            </option>
          ))}
        </select>
        <small>In effect within seconds. A text too short for a wall stays open.</small>
      </div>
      <Do act="wall">Set it</Do>
    </Act>
  );
}

function WithdrawAct({ article }: Of) {
  return (
    <Act article={article} title="Withdraw" id="act-withdraw">
      <div className="desk-field">
        <label htmlFor="reason">Why, and who asked</label>
        <input id="reason" name="reason" required={true} minLength={3} maxLength={500} autoComplete="off" />
        <small>
          Deletes its text, opening, pictures and versions for good, everywhere. Its address says that it was withdrawn. The reason is kept
          in the log.
        </small>
      </div>
      <Do act="withdraw" confirm="Withdraw this article? Its text and pictures are deleted and cannot be brought back from here." isMain>
        Withdraw it
      </Do>
    </Act>
  );
}

function RestoreAct({ article }: Of) {
  return (
    <div className="desk-aside">
      <Act article={article} title="Give it back" id="act-restore">
        <div className="desk-field">
          <label htmlFor="reason">Why</label>
          <input id="reason" name="reason" required={true} minLength={3} maxLength={500} autoComplete="off" />
          <small>
            Its address shows it again. Its words and pictures were deleted: they come back with the next answer of its feed that carries
            them, or not at all.
          </small>
        </div>
        <Do act="restore">Give it back</Do>
      </Act>
    </div>
  );
}
