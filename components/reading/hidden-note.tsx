import type { MuteNotes } from "@/lib/entitlements/mute-types";

type HiddenNoteProps = { muting: MuteNotes; path: string };

/** At the end of a page: how much the reader's mutes left out of it, and the way to see it after all. */
export function HiddenNote({ muting: { hidden, isShown }, path }: HiddenNoteProps) {
  if (isShown)
    return (
      <p className="hidden-note">
        Your mutes hide nothing on this page now. <a href={path}>Hide again</a> · <a href="/mutes">Your mutes</a>
      </p>
    );
  if (hidden.size === 0) return null;
  return (
    <p className="hidden-note">
      {`${hidden.size} hidden by your mutes`} · <a href={`${path}${path.includes("?") ? "&" : "?"}muted=show`}>Show</a> ·{" "}
      <a href="/mutes">Your mutes</a>
    </p>
  );
}
