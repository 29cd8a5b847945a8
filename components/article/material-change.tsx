import { longInstant } from "@/components/time/format-instant";
import type { ArticleChange } from "@/lib/articles/list-changes";
import { WordDiff } from "./word-diff";

type MaterialChangeProps = { change: ArticleChange; publisher: string; language: string | undefined };

/** One change of what an article says: of which part, how, and what its title says of it. */
export function MaterialChange({ change, publisher, language }: MaterialChangeProps) {
  return (
    <li className="change">
      <p className="change-when">
        <time dateTime={change.seenAt}>{longInstant(change.seenAt)}</time>
      </p>
      <div>
        <h2>{changeWords(change)}</h2>
        {change.headline && <WordDiff parts={change.headline} className="change-headline" language={language} />}
        {change.standfirst && <WordDiff parts={change.standfirst} className="change-standfirst" language={language} />}
        {change.note !== null && (
          <blockquote className="change-note">
            <p lang={language}>{change.note}</p>
            <footer>{publisher}</footer>
          </blockquote>
        )}
      </div>
    </li>
  );
}

function changeWords({ headline, standfirst, note }: ArticleChange): string {
  if (headline && standfirst) return "Headline and standfirst changed";
  if (headline) return "Headline changed";
  if (standfirst) return "Standfirst changed";
  return note === null ? "Text changed" : "Text corrected";
}
