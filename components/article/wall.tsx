import { signInUrl, signUpUrl } from "@/components/masthead/entry-url";
import { TitleMarks } from "@/components/publisher-mark/title-marks";
import type { ArticleView, WallReason } from "@/lib/articles/types";
import { OriginalLink } from "./original-link";
import type { ArticleSurroundings } from "./types";
import { wallWords } from "./wall-words";

type WallProps = { reason: WallReason; view: ArticleView; surroundings: ArticleSurroundings; path: string };

/** An invitation where the lead-in ends. `paywall` is the class that the page's structured data names. */
export function Wall({ reason, view, surroundings, path }: WallProps) {
  const words = wallWords(reason, surroundings.titleCount);
  return (
    <section className="paywall" aria-labelledby="paywall" dir="ltr">
      <div className="paywall-offer">
        <h2 id="paywall">{words.title}</h2>
        <p className="paywall-promise">{words.promise}</p>
        <ul>
          {words.gains.map((gain) => (
            <li key={gain}>{gain}</li>
          ))}
        </ul>
        <a className="button" href={signUpUrl(path)}>
          {words.action}
        </a>
        {words.isForVisitors && (
          <a className="quiet" href={signInUrl(path)}>
            Already a member? Sign in here
          </a>
        )}
        <OriginalLink view={view} />
      </div>
      <TitleMarks marks={surroundings.marks} />
    </section>
  );
}
