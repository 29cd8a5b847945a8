import type { MuteMark } from "@/lib/entitlements/mute-types";
import { MuteForm } from "./mute-form";
import { muteKindWords, untilWords } from "./mute-words";
import { UnmuteForm } from "./unmute-form";

type MuteControlProps = {
  /** Null for a visitor, who mutes nothing. */
  mark: MuteMark | null;
  name: string;
  returnTo: string;
  now: Date;
};

/** On something's own page: mutes it, or says that it is muted and shown here alone. */
export function MuteControl({ mark, name, returnTo, now }: MuteControlProps) {
  if (!mark) return null;
  const { kind, target, muted } = mark;
  if (muted)
    return (
      <div className="muted-here">
        <span>{`You muted this ${muteKindWords[kind]} ${untilWords(muted.expiresAt, now)}. Only this page shows it.`}</span>
        <UnmuteForm id={muted.id} returnTo={returnTo} name={name} />
      </div>
    );
  return (
    <details className="mute">
      <summary className="quiet">Mute</summary>
      <MuteForm kind={kind} target={target} name={name} returnTo={returnTo} />
    </details>
  );
}
