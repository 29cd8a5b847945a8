import { BoardPage } from "@/components/desk/lists/board-page";
import type { Staff } from "@/lib/accounts/guards";
import { readBoardView, readVersion } from "@/lib/editorial/desk-queries";
import { Edition } from "@/lib/editorial/types";
import { deskPage, deskStaff } from "./desk-page";

/** The board of a list. `since` in its address: the version that the editor acted on while others did. */
export async function composeBoard({ list }: { list: string }, staff: Staff, query: URLSearchParams) {
  const edition = Edition.safeParse(query.get("edition") ?? "");
  const view = await readBoardView(staff, list, edition.success ? edition.data : "", new Date());
  if (!view) return null;
  const meanwhile = await sayMeanwhile(list, staff, query.get("since"));
  return deskPage(view.list.name, <BoardPage staff={deskStaff(staff)} view={view} meanwhile={meanwhile} />);
}

async function sayMeanwhile(list: string, staff: Staff, since: string | null): Promise<string | null> {
  if (!since || !/^\d{1,9}$/.test(since)) return null;
  const found = await readVersion(staff, list, Number(since));
  const others = found?.since.filter(({ editorId }) => editorId !== staff.actor.id) ?? [];
  if (others.length === 0) return null;
  return `Done, beside what others did meanwhile: ${others.map(({ editorName, act }) => `${editorName} ${act}`).join("; ")}.`;
}
