import { FollowButton } from "@/components/reading/follow-button";
import { MuteForm } from "@/components/reading/mute-form";
import { UnmuteForm } from "@/components/reading/unmute-form";
import type { MuteKind } from "@/lib/entitlements/mute-types";
import type { WhyControl } from "@/lib/ranking/why-types";
import type { FollowKind } from "@/lib/reading/types";

type WhyControlsProps = { controls: WhyControl[]; returnTo: string };

const kindWords: Record<FollowKind, string> = { publisher: "Title", section: "Section", topic: "Topic", author: "Author", story: "Story" };

/** Everything about a card that one may follow or mute, a line each. */
export function WhyControls({ controls, returnTo }: WhyControlsProps) {
  return (
    <ul className="why-controls">
      {controls.map((control) => (
        <li key={`${control.kind}:${control.target}`}>
          <p>
            <small>{kindWords[control.kind]}</small>
            {control.path === null ? control.name : <a href={control.path}>{control.name}</a>}
          </p>
          <FollowButton
            kind={control.kind}
            target={control.target}
            name={control.name}
            isFollowed={control.isFollowed}
            returnTo={returnTo}
          />
          <MuteChoice control={control} returnTo={returnTo} />
        </li>
      ))}
    </ul>
  );
}

function MuteChoice({ control: { kind, target, name, muteId }, returnTo }: { control: WhyControl; returnTo: string }) {
  if (!isMutable(kind)) return null;
  if (muteId !== null) return <UnmuteForm id={muteId} returnTo={returnTo} name={name} />;
  return (
    <details className="mute">
      <summary className="quiet">
        Mute<span className="sr-only">{` ${name}`}</span>
      </summary>
      <MuteForm kind={kind} target={target} name={name} returnTo={returnTo} />
    </details>
  );
}

const isMutable = (kind: FollowKind): kind is Extract<FollowKind, MuteKind> => kind !== "section";
