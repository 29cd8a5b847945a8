import type { FollowKind } from "@/lib/reading/types";

type FollowButtonProps = {
  kind: FollowKind;
  /** A section's slug, else the row's id in decimal. */
  target: string;
  /** What is followed, for whoever hears the button instead of seeing what stands beside it. */
  name: string;
  isFollowed: boolean;
  /** Where a form sent without script leads back to. */
  returnTo: string;
};

/** Follows something or stops following it: one button that says how it stands. */
export function FollowButton({ kind, target, name, isFollowed, returnTo }: FollowButtonProps) {
  return (
    <form className="follow" method="post" action="/reading/follow" data-act="">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <button
        type="submit"
        className="follow-button"
        name="on"
        value={isFollowed ? "0" : "1"}
        aria-pressed={isFollowed}
        data-on-label="Following"
        data-off-label="Follow"
      >
        <span data-label="">{isFollowed ? "Following" : "Follow"}</span>
        <span className="sr-only">{` ${name}`}</span>
      </button>
    </form>
  );
}
