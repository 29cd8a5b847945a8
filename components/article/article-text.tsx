import { languageOf } from "@/components/card/text-language";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { ArticleView } from "@/lib/articles/types";
import { ArticleBody } from "./article-body";
import { OriginalLink } from "./original-link";
import type { ArticleSurroundings } from "./types";
import { Wall } from "./wall";

type ArticleTextProps = { view: ArticleView; surroundings: ArticleSurroundings; path: string; viewer: ViewerBadge };

/** As much of the text as this reader may have, and the way on from where it stops. */
export function ArticleText({ view, surroundings, path, viewer }: ArticleTextProps) {
  const { text, card } = view;
  const language = languageOf(card);
  switch (text.kind) {
    case "full":
      return (
        <div className={view.isFree ? "article-text" : "article-text paywall"} {...tellProgress(view, viewer)}>
          <ArticleBody html={text.html} language={language} />
          <OriginalLink view={view} />
        </div>
      );
    case "walled":
      return (
        <>
          <div className="article-text">
            <Paragraphs className="prose lead-in" paragraphs={text.leadIn} language={language} />
          </div>
          <Wall reason={text.reason} view={view} surroundings={surroundings} path={path} viewer={viewer} />
        </>
      );
    case "summary":
      return (
        <div className="article-text" {...tellProgress(view, viewer)}>
          <Paragraphs className="prose" paragraphs={text.paragraphs} language={language} />
          <OriginalLink view={view} isMainWay />
        </div>
      );
    case "withdrawn":
      return null;
    default:
      return text satisfies never;
  }
}

/** Where the page's script says how far a signed-in reader has come, and in which version. */
const tellProgress = ({ card, revisionCount }: ArticleView, viewer: ViewerBadge) =>
  viewer.kind === "account" ? { "data-progress-url": `/reading/${card.slug}/progress`, "data-revision": revisionCount } : {};

type ParagraphsProps = { className: string; paragraphs: string[]; language: string | undefined };

function Paragraphs({ className, paragraphs, language }: ParagraphsProps) {
  return (
    <div className={className} lang={language}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
