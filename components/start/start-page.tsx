import { PageFrame } from "@/components/frame/page-frame";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { followRefText } from "@/lib/reading/follow-types";
import type { StartView } from "@/lib/reading/onboarding-types";
import { ChoiceGroup } from "./choice-group";
import { PlaceChoice } from "./place-choice";
import { StartBar } from "./start-bar";
import { StartPreview } from "./start-preview";

type StartPageProps = {
  view: StartView;
  /** More was picked than fits. */
  isFull: boolean;
  viewer: ViewerBadge;
  now: Date;
};

/** A front page of one's own in a minute: pick a few, see the page change, be done. Nothing has to be picked. */
export function StartPage({ view, isFull, viewer, now }: StartPageProps) {
  const isVisitor = viewer.kind === "visitor";
  return (
    <PageFrame viewer={viewer} now={now} path="/start">
      <header className="page-head">
        <h1>Make it yours</h1>
        <p className="page-tagline">
          {isVisitor
            ? "Pick a few and see the page change. It is kept for you until you have an account."
            : "Pick a few and see the page change. You can change all of it later."}
        </p>
        {isFull && <p className="form-error">You follow as much as fits, so not all of it could be added. Let go of some first.</p>}
      </header>
      {/* Left as the browser found it, a reload would show choices that the page does not. */}
      <form className="start" method="get" action="/start" autoComplete="off" data-start="/start/preview">
        <input type="hidden" name="chosen" value="1" />
        <input type="hidden" name="returnTo" value="/start" />
        {view.followed.map((ref) => (
          <input key={ref} type="hidden" name="followed" value={ref} />
        ))}
        <div className="start-choices">
          <PlaceChoice view={view} />
          <StartGroups view={view} />
        </div>
        <StartPreview cards={view.preview} pickCount={view.choices.picks.length} now={now} />
        <StartBar view={view} isVisitor={isVisitor} />
      </form>
    </PageFrame>
  );
}

function StartGroups({ view }: { view: StartView }) {
  const picked = new Set(view.choices.picks.map(followRefText));
  return (
    <>
      <ChoiceGroup id="start-sections" name="Sections" choices={view.sections} picked={picked} />
      <ChoiceGroup id="start-topics" name="In the news now" choices={view.topics} picked={picked} />
      <ChoiceGroup id="start-titles" name="Titles" choices={view.titles} picked={picked} />
      <ChoiceGroup id="start-others" name="Writers and stories" choices={view.others} picked={picked} />
    </>
  );
}

type StartLiveProps = Pick<StartPageProps, "view" | "viewer" | "now">;

/** What of the page follows from the choices, for its script to put in place by id. */
export function StartLive({ view, viewer, now }: StartLiveProps) {
  return (
    <>
      <StartGroups view={view} />
      <StartPreview cards={view.preview} pickCount={view.choices.picks.length} now={now} />
      <StartBar view={view} isVisitor={viewer.kind === "visitor"} />
    </>
  );
}
