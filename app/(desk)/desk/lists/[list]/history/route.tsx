import { HistoryPage } from "@/components/desk/lists/history-page";
import { readHistory } from "@/lib/editorial/desk-queries";
import { editorRoute } from "../../../../_parts/staff-route";
import { deskPage, deskStaff } from "../../_parts/desk-page";

export const GET = editorRoute(async ({ list }: { list: string }, staff) => {
  const history = await readHistory(staff, list);
  return history && deskPage(`${history.list.name}: history`, <HistoryPage staff={deskStaff(staff)} {...history} />);
});
