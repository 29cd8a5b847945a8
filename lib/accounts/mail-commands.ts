import "server-only";
import { err, ok, type Result } from "@/lib/core/result";
import { requireAccount, requireMailReader, requireSameSite } from "./guards";
import { saveMailChoice } from "./mail-choice-store";
import { type AccountError, MailForm } from "./types";

/**
 * Stops the mails of the first week for whoever has one of them: asked for by a mail program of its own accord or by the
 * page's button, signed in or not. Asking twice changes nothing more.
 *
 * @returns false for a link that is none of ours
 * Source: RFC 8058 section 3.2
 */
export async function stopMails(token: string): Promise<boolean> {
  const reader = requireMailReader(token);
  if (!reader) return false;
  await saveMailChoice(reader.userId, false);
  return true;
}

/** Whether a link stops anything; looking at it, as mail scanners do, stops nothing. */
export function isMailLink(token: string): boolean {
  return requireMailReader(token) !== null;
}

/** Lets the mails of the first week come, or not, as the settings say. */
export async function chooseMails(input: unknown): Promise<Result<void, AccountError>> {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const viewer = await requireAccount();
  if (!viewer) return err({ kind: "sign-in" });
  const form = MailForm.safeParse(input);
  if (!form.success) return err({ kind: "unavailable" });
  await saveMailChoice(viewer.userId, form.data.welcome === "on");
  return ok(undefined);
}
