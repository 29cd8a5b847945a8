import { longInstant } from "@/components/time/format-instant";
import type { ArticleChange } from "@/lib/articles/list-changes";
import { WordDiff } from "./word-diff";

type MinorChangesProps = { changes: ArticleChange[]; language: string | undefined };

/** Changes of typography, folded into one line. */
export function MinorChanges({ changes, language }: MinorChangesProps) {
  const newest = changes[0];
  if (!newest) return null;
  return (
    <li className="change is-minor">
      <p className="change-when">
        <time dateTime={newest.seenAt}>{longInstant(newest.seenAt)}</time>
      </p>
      <details>
        <summary>{changes.length === 1 ? "A small change of typography" : `${changes.length} small changes of typography`}</summary>
        <ol>
          {changes.map((change) => (
            <li key={change.number}>
              <time dateTime={change.seenAt}>{longInstant(change.seenAt)}</time>
              {change.headline && <WordDiff parts={change.headline} className="change-headline" language={language} />}
              {change.standfirst && <WordDiff parts={change.standfirst} className="change-standfirst" language={language} />}
              {!change.headline && !change.standfirst && <p>In the text, without another word.</p>}
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
