import { languageOf } from "@/components/card/text-language";
import { markColour } from "@/components/publisher-mark/publisher-mark";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import { type FollowTarget, followRefText } from "@/lib/reading/follow-types";

type ChoiceChipProps = { choice: FollowTarget; isPicked: boolean; mark?: PublisherMark };

/** Something to follow, picked by a tap. */
export function ChoiceChip({ choice, isPicked, mark }: ChoiceChipProps) {
  return (
    <label className={mark ? "choice mark" : "choice"} data-mark={mark?.initials} style={mark && markColour(mark)}>
      <input type="checkbox" name="pick" value={followRefText(choice)} defaultChecked={isPicked} />
      <span lang={languageOf(choice)} dir="auto">
        {choice.name}
      </span>
    </label>
  );
}
