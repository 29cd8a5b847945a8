import { TodayPage } from "@/components/desk/lists/today-page";
import { readToday } from "@/lib/editorial/today-queries";
import { editorRoute } from "../_parts/staff-route";
import { deskPage, deskStaff } from "./lists/_parts/desk-page";

export const GET = editorRoute(async (_params: object, staff) => {
  const now = new Date();
  return deskPage("Today", <TodayPage staff={deskStaff(staff)} today={await readToday(staff, now)} now={now} />);
});
