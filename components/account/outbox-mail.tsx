type OutboxMailProps = { mail: { to: string; subject: string; sentAt: Date | null; text: string } };

const dateWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });

/** One mail as its reader would see it; its links can be followed. */
export function OutboxMail({ mail: { to, subject, sentAt, text } }: OutboxMailProps) {
  const pieces = text.split(/(https?:\/\/[^\s]+)/).map((words, at) => ({ at, words, isLink: /^https?:\/\//.test(words) }));
  return (
    <div className="sheet">
      <header className="page-head">
        <p className="kicker">
          <a href="/outbox">Outbox</a>
        </p>
        <h1>{subject}</h1>
        <p className="page-facts">
          <span>to {to}</span>
          {sentAt && <span>{dateWords.format(sentAt)} UTC</span>}
        </p>
      </header>
      <main id="main" className="outbox-mail">
        {pieces.map(({ at, words, isLink }) =>
          isLink ? (
            <a key={at} href={words}>
              {words}
            </a>
          ) : (
            <span key={at}>{words}</span>
          ),
        )}
      </main>
    </div>
  );
}
