import { ListsPage } from "@/components/desk/lists/lists-page";
import { readListLines } from "@/lib/editorial/today-queries";
import { editorRoute } from "../../_parts/staff-route";
import { deskPage, deskStaff } from "./_parts/desk-page";

export const GET = editorRoute(async (_params: object, staff) =>
  deskPage("Lists", <ListsPage staff={deskStaff(staff)} lines={await readListLines(staff, new Date())} />),
);
