import type { TitleView } from "@/lib/feeds/title-types";

type StandingFormsProps = { title: TitleView["title"]; path: string };

/** Pause, retire, merge, and its logo: each folded away, each with its reason. */
export function StandingForms({ title, path }: StandingFormsProps) {
  const { slug, name } = title;
  const isResting = title.pausedAt !== null || title.retiredAt !== null || !title.isActive;
  if (title.mergedInto) return <p className="desk-meta">It has none of its own any more.</p>;
  return (
    <div className="feed-rows">
      {isResting && (
        <Fold
          words="Let it go on"
          path={path}
          action="/admin/titles/standing"
          slug={slug}
          hidden={{ standing: "resume" }}
          button="Let it go on"
        />
      )}
      {!isResting && (
        <Fold words="Pause it" path={path} action="/admin/titles/standing" slug={slug} hidden={{ standing: "pause" }} button="Pause it">
          <p>Its feeds are not asked until it goes on. What it brought stays.</p>
        </Fold>
      )}
      {title.retiredAt === null && (
        <Fold words="Retire it" path={path} action="/admin/titles/standing" slug={slug} hidden={{ standing: "retire" }} button="Retire it">
          <p>Nothing new comes from it, and its page says so. What it brought stays.</p>
        </Fold>
      )}
      <Fold
        words="Merge it into another title"
        path={path}
        action="/admin/titles/merge"
        slug={slug}
        button="Merge it"
        question={`Merge ${name} into the other title? Its feeds and articles move there, its addresses lead there.`}
      >
        <label className="desk-field">
          <span>The other title, as in its address</span>
          <input name="into" required maxLength={120} autoComplete="off" placeholder="paper-example" />
        </label>
      </Fold>
      <details className="feed-row">
        <summary>{title.logoHash ? "Change its logo" : "Give it a logo"}</summary>
        <form method="post" action="/admin/titles/logo" data-desk="" className="desk-filters">
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="returnTo" value={path} />
          <label className="desk-field">
            <span>Address of a square picture</span>
            <input name="url" inputMode="url" maxLength={2048} autoComplete="off" />
            <small>Empty gives the initials back. It is shown once it was fetched.</small>
          </label>
          <button className="desk-button" type="submit">
            Fetch it
          </button>
        </form>
      </details>
    </div>
  );
}

type FoldProps = {
  words: string;
  path: string;
  action: string;
  slug: string;
  button: string;
  hidden?: Record<string, string>;
  question?: string;
  children?: React.ReactNode;
};

function Fold({ words, path, action, slug, button, hidden = {}, question, children }: FoldProps) {
  return (
    <details className="feed-row">
      <summary>{words}</summary>
      <form method="post" action={action} data-desk="">
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="returnTo" value={path} />
        {Object.entries(hidden).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {children}
        <label className="desk-field title-reason">
          <span>Why</span>
          <input name="reason" required maxLength={500} autoComplete="off" />
          <small>Readers may read it: it stays with the title.</small>
        </label>
        <button className="desk-button" type="submit" data-confirm={question}>
          {button}
        </button>
      </form>
    </details>
  );
}
