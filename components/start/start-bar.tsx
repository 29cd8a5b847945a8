import type { StartView } from "@/lib/reading/onboarding-types";

type StartBarProps = { view: StartView; isVisitor: boolean };

/** What the choice comes to and the ways on, within reach of a thumb while one scrolls. */
export function StartBar({ view: { choices, preview }, isVisitor }: StartBarProps) {
  const first = preview[0]?.card;
  return (
    <div className="start-bar">
      <p className="start-sum" id="start-sum" data-live="" role="status">
        <b>{countWords(choices.picks.length)}</b>
        {first && (
          <a href="#preview">
            <span className="sr-only">First on your page: </span>
            {first.headline}
          </a>
        )}
      </p>
      <button className="button button-quiet start-show" type="submit">
        Show my page
      </button>
      <button className="button" type="submit" formAction="/start/submit" formMethod="post">
        Done
      </button>
      {isVisitor ? (
        <a className="quiet" href="/">
          Skip
        </a>
      ) : (
        <button className="quiet" type="submit" formAction="/start/submit" formMethod="post" name="skip" value="1">
          Skip
        </button>
      )}
    </div>
  );
}

function countWords(count: number): string {
  if (count === 0) return "Nothing picked";
  return count === 1 ? "1 picked" : `${count} picked`;
}
