import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { env } from "../env";
import { type ParsedMail, parseMail } from "./parse-mail";

/** A mail in the outbox, by the name of its file. */
export type OutboxMail = ParsedMail & { name: string };

/** Such as `send-mail` writes: nothing that leads out of the folder. */
const namePattern = /^[\w.-]{1,120}\.eml$/;

/** The newest mails that were written rather than sent, newest first. */
export async function listOutbox(limit: number): Promise<OutboxMail[]> {
  const names = await readdir(path.join(env().DATA_DIR, "outbox")).catch(() => []);
  const newest = names.filter((name) => namePattern.test(name)).sort((one, other) => (one < other ? 1 : -1));
  const mails = await Promise.all(newest.slice(0, limit).map(findOutboxMail));
  return mails.filter((mail) => mail !== null);
}

/** One mail of the outbox; null where there is none of that name. */
export async function findOutboxMail(name: string): Promise<OutboxMail | null> {
  if (!namePattern.test(name)) return null;
  const source = await readFile(path.join(env().DATA_DIR, "outbox", name), "utf8").catch(() => null);
  return source === null ? null : { name, ...parseMail(source) };
}
