import type { PageView } from "@/app/(reader)/_parts/page-view";
import { DeskFrame } from "@/components/desk/desk-frame";
import { LogEntryPage } from "@/components/desk/log/log-entry-page";
import { LogPage } from "@/components/desk/log/log-page";
import type { Staff } from "@/lib/accounts/guards";
import { readLog, readLogEntry } from "@/lib/operations/log-queries";
import { officeView } from "../../../admin/_parts/office-view";

/** The log of acts. */
export async function composeLog(_params: object, staff: Staff, query: URLSearchParams): Promise<PageView | null> {
  const { name, role } = staff.viewer;
  const log = await readLog(staff, Object.fromEntries(query));
  if (!log || (role !== "editor" && role !== "admin")) return null;
  const words = role === "admin" ? "Every act of the desk, the office and the titles." : "Every act of the desk.";
  return officeView(
    "Log",
    <DeskFrame staff={{ name, role }} path="/desk/log" title="Log" words={words}>
      <LogPage log={log} canCheck={role === "admin"} />
    </DeskFrame>,
  );
}

/** One line of it. */
export async function composeLogEntry({ seq }: { seq: string }, staff: Staff): Promise<PageView | null> {
  const { name, role } = staff.viewer;
  const entry = await readLogEntry(staff, seq);
  if (!entry || (role !== "editor" && role !== "admin")) return null;
  const title = `Line ${entry.seq}`;
  return officeView(
    title,
    <DeskFrame staff={{ name, role }} path={`/desk/log/${entry.seq}`} title={title}>
      <LogEntryPage entry={entry} />
    </DeskFrame>,
  );
}
