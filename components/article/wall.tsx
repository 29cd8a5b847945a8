import { signInUrl, signUpUrl } from "@/components/masthead/entry-url";
import { TitleMarks } from "@/components/publisher-mark/title-marks";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { ArticleView, WallReason } from "@/lib/articles/types";
import { OriginalLink } from "./original-link";
import type { ArticleSurroundings } from "./types";
import { type WallWords, wallWords } from "./wall-words";

type WallProps = { reason: WallReason; view: ArticleView; surroundings: ArticleSurroundings; path: string; viewer: ViewerBadge };

/** An invitation where the lead-in ends; it says why the text stops, and every way on. Works without script. */
export function Wall({ reason, view, surroundings, path, viewer }: WallProps) {
  const meterLeft = viewer.kind === "account" ? (viewer.meterLeft ?? 0) : 0;
  const words = wallWords(reason, { titleCount: surroundings.titleCount, meterLeft });
  return (
    <section className="wall" aria-labelledby="wall" dir="ltr">
      <div className="wall-offer">
        <h2 id="wall">{words.title}</h2>
        <p className="wall-promise">{words.promise}</p>
        {words.gains.length > 0 && (
          <ul>
            {words.gains.map((gain) => (
              <li key={gain}>{gain}</li>
            ))}
          </ul>
        )}
        <MainWay words={words} slug={view.card.slug} path={path} />
        <OriginalLink view={view} />
      </div>
      <TitleMarks marks={surroundings.marks} />
    </section>
  );
}

function MainWay({ words, slug, path }: { words: WallWords; slug: string; path: string }) {
  switch (words.way) {
    case "sign-up":
      return (
        <>
          <a className="button" href={signUpUrl(path)}>
            {words.action}
          </a>
          <a className="quiet" href={signInUrl(path)}>
            Already a member? Sign in here
          </a>
        </>
      );
    case "price":
      return (
        <a className="button" href={priceUrl(path)}>
          {words.action}
        </a>
      );
    case "meter":
      return (
        <>
          <form method="post" action={`/reading/${slug}/open`}>
            <button type="submit" className="button">
              {words.action}
            </button>
          </form>
          <a className="quiet" href={priceUrl(path)}>
            Or read without counting, as a member
          </a>
        </>
      );
    default:
      return words.way satisfies never;
  }
}

const priceUrl = (path: string): string => `/price?returnTo=${encodeURIComponent(path)}`;
