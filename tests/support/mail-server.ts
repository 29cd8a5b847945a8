import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { type ParsedMail, parseMail } from "@/lib/platform/mail/parse-mail";

/** A mail as it came over the wire: read, and as it stands with its folded lines joined. */
export type ReceivedMail = ParsedMail & { source: string };

export type MailServer = {
  url: string;
  /** Every mail that was taken, in order. */
  mails: ReceivedMail[];
  /** What went to one address, by subject. */
  subjectsTo: (address: string) => string[];
  close: () => Promise<void>;
};

/** A mail server on this machine. It has no mailbox for anybody called nobody@, and says so as real ones do. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith("nobody@") ? Object.assign(new Error("no such mailbox"), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => {
      text(stream).then((source) => {
        mails.push({ ...parseMail(source), source: source.replaceAll(/\r\n[ \t]+/g, " ") });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    subjectsTo: (address) => mails.filter(({ to }) => to === address).map(({ subject }) => subject),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
