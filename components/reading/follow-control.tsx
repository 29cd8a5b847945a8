import { type FollowMark, followRefText } from "@/lib/reading/follow-types";
import { FollowButton } from "./follow-button";

type FollowControlProps = { mark: FollowMark; name: string; returnTo: string };

/** The button for whoever is signed in; a visitor's page is kept for all and has a plain way to where one chooses. */
export function FollowControl({ mark: { isFollowed, ...ref }, name, returnTo }: FollowControlProps) {
  if (isFollowed !== null) return <FollowButton {...ref} name={name} isFollowed={isFollowed} returnTo={returnTo} />;
  return (
    <a className="follow-button" href={`/start?pick=${followRefText(ref)}`} rel="nofollow">
      Follow<span className="sr-only">{` ${name}`}</span>
    </a>
  );
}
