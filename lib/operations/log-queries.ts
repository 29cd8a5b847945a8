import "server-only";
import type { Staff } from "@/lib/accounts/guards";
import { isDeskAct } from "./desk-acts";
import { findLastRun } from "./job-store";
import { findLine, findLines } from "./log-store";
import { type LogEntry, type LogLine, type LogPage, type LogSeal, LogSearch } from "./log-types";

/** The log of acts: all of it for whoever runs the paper, the desk's own acts for its editors; null for anyone else. */
export async function readLog(staff: Staff, query: Record<string, string>): Promise<LogPage | null> {
  const scope = scopeOf(staff);
  if (scope === null) return null;
  const search = LogSearch.parse(query);
  const [page, seal] = await Promise.all([findLines(search, scope), readSeal()]);
  return { ...page, seal, search };
}

/** One line of the log; null where there is none, and for whoever may not see it. */
export async function readLogEntry(staff: Staff, seq: string): Promise<LogEntry | null> {
  const scope = scopeOf(staff);
  const entry = scope && /^\d{1,9}$/.test(seq) ? await findLine(Number(seq)) : null;
  return entry && (scope === "all" || isDeskAct(entry.act)) ? entry : null;
}

/** The last acts on one account, for whoever runs the paper; none for anyone else. */
export async function listActsOn(staff: Staff, userId: string): Promise<LogLine[]> {
  if (staff.viewer.role !== "admin") return [];
  return (await findLines(LogSearch.parse({ subject: `member:${userId}` }), "all")).lines;
}

function scopeOf({ viewer: { role } }: Staff): "all" | "desk" | null {
  if (role === "admin") return "all";
  return role === "editor" ? "desk" : null;
}

async function readSeal(): Promise<LogSeal> {
  const run = await findLastRun("audit.verify");
  if (!run) return { kind: "never" };
  if (run.state !== "completed" && run.state !== "failed") return { kind: "checking", since: run.createdAt };
  const at = run.endedAt ?? run.createdAt;
  return run.state === "completed" ? { kind: "whole", at } : { kind: "broken", at, words: run.words };
}
