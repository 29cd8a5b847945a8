import type { OwnAddress } from "@/lib/entitlements/mute-types";
import { muteSpans } from "@/lib/reading/mute-types";
import { spanWords } from "./mute-words";
import { UnmuteForm } from "./unmute-form";

type MuteFormProps = {
  kind: OwnAddress["kind"];
  /** The row's id in decimal. */
  target: string;
  /** What is muted, as the button says it. */
  name: string;
  /** The reader is led back there, told what was done, and can undo it. */
  returnTo: string;
  /** The mute's id where it is muted already: the form then ends that. */
  muteId?: number | null;
};

/** Mutes something for a time or for good. */
export function MuteForm({ kind, target, name, returnTo, muteId = null }: MuteFormProps) {
  if (muteId !== null) return <UnmuteForm id={muteId} returnTo={returnTo} name={name} />;
  return (
    <form className="mute-form" method="post" action="/reading/mute">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <button type="submit" className="mute-button">
        Mute <span dir="auto">{name}</span>
      </button>
      <select name="days" aria-label={`How long to mute ${name}`} defaultValue="">
        {muteSpans.toReversed().map((span) => (
          <option key={span} value={span}>
            {spanWords[span]}
          </option>
        ))}
      </select>
    </form>
  );
}
