import { Setting } from "@/components/account/setting";
import { PageFrame } from "@/components/frame/page-frame";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { PaperForm, type PaperView } from "./paper-form";

type ReadingSettingsPageProps = {
  view: PaperView & { isDone: boolean; isRefused: boolean };
  viewer: ViewerBadge;
  now: Date;
};

const path = "/settings/reading";

/** How one reader wants the paper: whose order it has, what is kept of their reading, and where and when they read. */
export function ReadingSettingsPage({ view, viewer, now }: ReadingSettingsPageProps) {
  const { isPersonal, keepsHistory } = view.settings;
  return (
    <PageFrame viewer={viewer} now={now} path={path}>
      <header className="page-head">
        <h1>Reading settings</h1>
        <p className="page-tagline">How you want the paper. What you change here holds on all your devices.</p>
      </header>
      {view.isDone && (
        <p className="form-done" role="status">
          Your settings are kept.
        </p>
      )}
      {view.isRefused && (
        <p className="form-error" role="alert">
          That was not kept: choose at least one and at most four hours, and a time zone of the list.
        </p>
      )}
      <div className="settings">
        <Setting id="personal" title="A page of your own">
          <Switch
            action="/settings/reading/personal"
            isOn={isPersonal}
            words={
              isPersonal
                ? "Your front page and editions are put in order for you, by what you follow and read. Each card says why it stands there."
                : "Every page is in the same order for you as for everyone. What you muted stays away, and what you follow is under Following."
            }
            turnOn="Make my pages my own again"
            turnOff="Order my pages as everyone's"
          />
          <p>
            <a className="quiet" href="/profile">
              See and change what we think you like
            </a>
          </p>
        </Setting>
        <Setting id="history" title="Your history">
          <Switch
            action="/reading/history/keep"
            isOn={keepsHistory}
            words={
              keepsHistory
                ? "What you read, how far and for how long is kept for you alone: it marks what you have read, leads you back to where you stopped, and teaches your front page. A browser that asks not to be tracked is never counted."
                : "Nothing that you read is kept, and nothing is learnt from it. What you save, follow or mark yourself still is."
            }
            turnOn="Keep a history again"
            turnOff="Pause the history"
          />
          <p>
            <a className="quiet" href="/history">
              See your history, or clear it
            </a>
          </p>
        </Setting>
        <Setting id="paper" title="Place, language and editions">
          <PaperForm view={view} />
        </Setting>
      </div>
    </PageFrame>
  );
}

type SwitchProps = { action: string; isOn: boolean; words: string; turnOn: string; turnOff: string };

function Switch({ action, isOn, words, turnOn, turnOff }: SwitchProps) {
  return (
    <form className="form" method="post" action={action}>
      <p className="setting-words">{words}</p>
      <input type="hidden" name="returnTo" value={path} />
      <button type="submit" className="button button-quiet" name="on" value={isOn ? "0" : "1"}>
        {isOn ? turnOff : turnOn}
      </button>
    </form>
  );
}
