import { type FollowTarget, followRefText } from "@/lib/reading/follow-types";
import type { TitleChoice } from "@/lib/reading/onboarding-types";
import { ChoiceChip } from "./choice-chip";

type ChoiceGroupProps = {
  id: string;
  name: string;
  /** Said under the name, where it is not plain what stands here. */
  words?: string;
  choices: readonly (FollowTarget | TitleChoice)[];
  picked: ReadonlySet<string>;
};

/** Things of one kind to pick from. It keeps its place on the page while it is empty, so that the script can fill it. */
export function ChoiceGroup({ id, name, words, choices, picked }: ChoiceGroupProps) {
  return (
    <fieldset className="choices start-group" id={id} data-live="" hidden={choices.length === 0}>
      <legend>{name}</legend>
      {words !== undefined && <p className="start-words">{words}</p>}
      {choices.map((choice) => (
        <ChoiceChip
          key={followRefText(choice)}
          choice={choice}
          isPicked={picked.has(followRefText(choice))}
          mark={"mark" in choice ? choice.mark : undefined}
        />
      ))}
    </fieldset>
  );
}
