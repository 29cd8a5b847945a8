import { directionOf, languageOf } from "@/components/card/text-language";
import { PageFrame } from "@/components/frame/page-frame";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { Direction } from "@/lib/articles/types";
import { type ReportKind, reportCharsMax, reportKinds } from "@/lib/editorial/report-types";

type ReportPageProps = {
  article: { slug: string; headline: string; language: string; direction: Direction; publisherName: string };
  /** Why nothing was sent, in words; null where nothing went wrong. */
  refusal: string | null;
  viewer: ViewerBadge;
  now: Date;
};

const asked: Record<ReportKind, string> = {
  fact: "Something in it is not so",
  text: "Its text is garbled, cut or shown wrong",
  picture: "Its picture is wrong, or has the wrong credit",
  section: "It stands in the wrong section",
  story: "It is in the wrong story",
  offensive: "It is offensive or harms somebody",
  other: "Something else",
};

/** The form that says what is wrong with an article. */
export function ReportPage({ article, refusal, viewer, now }: ReportPageProps) {
  const { slug, headline, publisherName } = article;
  return (
    <PageFrame viewer={viewer} now={now} path={`/report/${slug}`}>
      <header className="page-head">
        <h1>Report a mistake</h1>
        <p className="page-tagline">
          <a href={`/article/${slug}`} lang={languageOf(article)} dir={directionOf(article)}>
            {headline}
          </a>
          {`, ${publisherName}`}
        </p>
      </header>
      {refusal !== null && (
        <p className="form-error" role="alert">
          {refusal}
        </p>
      )}
      <form className="report-form" method="post" action={`/reading/${slug}/report`}>
        <input type="hidden" name="returnTo" value={`/report/${slug}`} />
        <fieldset>
          <legend>What is wrong?</legend>
          {reportKinds.map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" value={kind} required={true} /> {asked[kind]}
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="words">Say in a sentence or two what it should be, and how you know</label>
          <textarea id="words" name="words" rows={6} required={true} minLength={10} maxLength={reportCharsMax} dir="auto" />
          <small>Our editors read it and answer you by mail. The title is not told who you are.</small>
        </div>
        <button type="submit" className="button">
          Send it to our editors
        </button>
      </form>
    </PageFrame>
  );
}
