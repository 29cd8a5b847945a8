import { languageOf } from "@/components/card/text-language";
import { FollowButton } from "@/components/reading/follow-button";
import type { FollowTarget } from "@/lib/reading/follow-types";
import type { FollowKind } from "@/lib/reading/types";

const groups: readonly { kind: FollowKind; name: string }[] = [
  { kind: "publisher", name: "Titles" },
  { kind: "section", name: "Sections" },
  { kind: "topic", name: "Topics" },
  { kind: "author", name: "Writers" },
  { kind: "story", name: "Stories" },
];

/** All that a reader follows, by kind, each with its button. */
export function FollowedList({ follows }: { follows: readonly FollowTarget[] }) {
  if (follows.length === 0) return null;
  return (
    <section className="followed" id="followed" aria-labelledby="followed-name">
      <h2 className="label" id="followed-name">
        What you follow
      </h2>
      <div className="followed-groups">
        {groups.map(({ kind, name }) => (
          <FollowedGroup key={kind} name={name} follows={follows.filter((follow) => follow.kind === kind)} />
        ))}
      </div>
    </section>
  );
}

function FollowedGroup({ name, follows }: { name: string; follows: readonly FollowTarget[] }) {
  if (follows.length === 0) return null;
  const sorted = [...follows].sort((a, b) => a.name.localeCompare(b.name, "en") || a.target.localeCompare(b.target));
  return (
    <section>
      <h3>{name}</h3>
      <ul>
        {sorted.map((follow) => (
          <li key={follow.target}>
            <a href={follow.path} lang={languageOf(follow)} dir="auto">
              {follow.name}
            </a>
            <FollowButton kind={follow.kind} target={follow.target} name={follow.name} isFollowed returnTo="/following" />
          </li>
        ))}
      </ul>
    </section>
  );
}
