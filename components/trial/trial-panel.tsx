import { signInUrl, signUpUrl } from "@/components/masthead/entry-url";
import { TitleMarks } from "@/components/publisher-mark/title-marks";
import { product } from "@/lib/core/product";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";

type TrialPanelProps = { titleCount: number; marks: PublisherMark[]; path: string };

/** Trial and price, with the titles that one membership opens. */
export function TrialPanel({ titleCount, marks, path }: TrialPanelProps) {
  return (
    <section className="trial" aria-labelledby="trial">
      <h2 id="trial">{product.trialWords}</h2>
      <div className="trial-offer">
        <p>
          One membership opens {titleCount === 1 ? "one title" : `all ${titleCount} titles`}. No card to begin with, and nothing is charged
          unless you choose to stay. <a href="/price">What it costs</a>
        </p>
        <p className="trial-ways">
          <a className="button" href={signUpUrl(path)}>
            Start {product.trialDays} days free
          </a>
          <a className="quiet" href={signInUrl(path)}>
            Already a member? Sign in here
          </a>
        </p>
      </div>
      <TitleMarks marks={marks} />
    </section>
  );
}
