import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import { product } from "@/lib/core/product";
import { err, ok, type Result } from "@/lib/core/result";
import { env } from "../env";

/** One mail to one address, plain text. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Answers a POST by sending no more such mails and a GET with a button; none for mails that somebody must have. */
  unsubscribeUrl?: string | null;
};

/** Where a mail went: over SMTP, or into a file of the outbox. */
export type SentMail = { messageId: string; file: string | null };

/** `rejected`: the server will never take it. `unavailable`: worth another try. */
export type MailError = { kind: "rejected" | "unavailable"; detail: string };

const smtpTimeoutMs = 15_000;

/**
 * Sends a mail over SMTP (`SMTP_URL`); without one it is written as an `.eml` file into `${DATA_DIR}/outbox`, so that
 * a fresh machine shows every mail that would have gone out.
 *
 * Source: RFC 5321 section 4.2.1 (5xx replies are permanent), RFC 5322 (the message), RFC 2369 section 3.2 and RFC 8058
 * section 3.1 (leaving a list with one press)
 */
export async function sendMail({ unsubscribeUrl = null, ...mail }: Mail): Promise<Result<SentMail, MailError>> {
  const headers: Record<string, string> = unsubscribeUrl
    ? { "List-Unsubscribe": `<${unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
    : {};
  const message = { from: { name: product.name, address: env().MAIL_FROM }, headers, ...mail };
  const url = env().SMTP_URL;
  try {
    return ok(url ? await sendOverSmtp(url, message) : await writeToOutbox(message));
  } catch (cause) {
    return err(toMailError(cause));
  }
}

type Message = Omit<Mail, "unsubscribeUrl"> & { from: { name: string; address: string }; headers: Record<string, string> };

async function sendOverSmtp(url: string, message: Message): Promise<SentMail> {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: smtpTimeoutMs,
    greetingTimeout: smtpTimeoutMs,
    socketTimeout: smtpTimeoutMs,
  });
  try {
    const sent = await transport.sendMail(message);
    return { messageId: sent.messageId, file: null };
  } finally {
    transport.close();
  }
}

/** Names sort by time, so the newest mail is the last file. */
async function writeToOutbox(message: Message): Promise<SentMail> {
  const sent = await nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "unix" }).sendMail(message);
  const folder = path.join(env().DATA_DIR, "outbox");
  await mkdir(folder, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(":", "-");
  const file = path.join(folder, `${stamp}-${sent.messageId.replace(/[^\w-]/g, "").slice(0, 16)}.eml`);
  await writeFile(file, sent.message, { flag: "wx", mode: 0o600 });
  return { messageId: sent.messageId, file };
}

function toMailError(cause: unknown): MailError {
  const detail = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : "unknown fault";
  const code = cause instanceof Error && "responseCode" in cause ? Number(cause.responseCode) : 0;
  return { kind: code >= 500 ? "rejected" : "unavailable", detail };
}
