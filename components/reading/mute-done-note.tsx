import type { MuteDone } from "@/lib/entitlements/mute-types";
import { untilWords } from "./mute-words";
import { UnmuteForm } from "./unmute-form";

type MuteDoneNoteProps = { done: MuteDone; path: string; now: Date };

/** Said once after muting or unmuting: muting can be taken back. */
export function MuteDoneNote({ done, path, now }: MuteDoneNoteProps) {
  if (done.kind === "unmuted")
    return (
      <p className="mute-done" role="status">
        No longer muted.
      </p>
    );
  return (
    <div className="mute-done" role="status">
      <span>
        Muted <b dir="auto">{done.name}</b> {`${untilWords(done.expiresAt, now)}.`}
      </span>
      <UnmuteForm id={done.id} returnTo={path} label="Undo" />
      {path !== "/mutes" && <a href="/mutes">Your mutes</a>}
    </div>
  );
}
