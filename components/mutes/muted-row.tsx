import { languageName } from "@/components/publisher/place-words";
import { muteKindWords, untilWords } from "@/components/reading/mute-words";
import { UnmuteForm } from "@/components/reading/unmute-form";
import type { MutedEntry } from "@/lib/reading/mute-types";

/** One thing that is muted, until when, and the button that ends it. */
export function MutedRow({ mute, now }: { mute: MutedEntry; now: Date }) {
  const { id, kind, name, path, language, expiresAt } = mute;
  const words = name ?? `A ${muteKindWords[kind]} that is no longer in the paper`;
  const until = untilWords(expiresAt, now);
  const facts = kind === "keyword" ? `${language === "" ? "every language" : languageName(language)}, ${until}` : until;
  return (
    <li>
      <span className="muted-name" dir="auto">
        {path === null ? words : <a href={path}>{words}</a>}
      </span>
      <small>{facts}</small>
      <UnmuteForm id={id} returnTo="/mutes" name={words} />
    </li>
  );
}
