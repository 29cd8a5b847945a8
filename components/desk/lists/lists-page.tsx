import { DeskFrame } from "@/components/desk/desk-frame";
import type { ListLine } from "@/lib/editorial/desk-types";
import type { DeskStaff } from "./desk-staff";
import { ListForm } from "./list-form";
import { ListTable } from "./list-table";

type ListsPageProps = { staff: DeskStaff; lines: ListLine[] };

/** All lists; an admin defines them here. */
export function ListsPage({ staff, lines }: ListsPageProps) {
  return (
    <DeskFrame staff={staff} path="/desk/lists" title="Lists" words="What editors choose by hand. A list that runs nothing shows nothing.">
      <ListTable lines={lines} />
      {staff.role === "admin" && (
        <>
          <h2>Define</h2>
          <details className="list-define">
            <summary>A new list</summary>
            <ListForm list={null} />
          </details>
          {lines.map(({ list }) => (
            <details key={list.slug} className="list-define">
              <summary>Change {list.name}</summary>
              <ListForm list={list} />
            </details>
          ))}
        </>
      )}
    </DeskFrame>
  );
}
