import { DeskFrame } from "@/components/desk/desk-frame";
import type { DeskList } from "@/lib/editorial/types";
import type { DeskStaff } from "./desk-staff";

type ChoosePageProps = { staff: DeskStaff; list: DeskList; said: string };

/** Which article is to be picked: by its address, or from the Find page. */
export function ChoosePage({ staff, list, said }: ChoosePageProps) {
  const boardPath = `/desk/lists/${list.slug}`;
  return (
    <DeskFrame
      staff={staff}
      path={`${boardPath}/add`}
      title={`Pick for ${list.name}`}
      words="Paste the address of an article, here or at its title."
    >
      {said !== "" && <p className="desk-note is-warning">There is no article in the paper at that address.</p>}
      <form className="desk-filters" action={`${boardPath}/add`}>
        <label className="desk-field choose-address">
          <span>Address of the article</span>
          <input name="article" defaultValue={said} required maxLength={2_048} />
        </label>
        <button className="desk-button is-main" type="submit">
          Look it up
        </button>
        <a className="desk-button" href={`/desk/find?list=${list.slug}`}>
          Find something to pick
        </a>
      </form>
      <p>
        <a href={boardPath}>Back to the list</a>
      </p>
    </DeskFrame>
  );
}
