import { product } from "@/lib/core/product";

type Listed = { name: string; to: string; subject: string; sentAt: Date | null };

const dateWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });

/** Every mail that this install would have sent, newest first. */
export function OutboxList({ mails }: { mails: Listed[] }) {
  return (
    <div className="sheet">
      <header className="page-head">
        <p className="kicker">
          <a href="/">{product.name}</a>
        </p>
        <h1>Outbox</h1>
        <p className="page-tagline">This is a demo: what would be mailed lies here instead, for everyone to read.</p>
      </header>
      <main id="main">
        {mails.length === 0 && <p className="page-tagline">Nothing has been written yet. Sign up, and a welcome comes.</p>}
        <ul className="outbox">
          {mails.map(({ name, to, subject, sentAt }) => (
            <li key={name}>
              <a href={`/outbox/${encodeURIComponent(name)}`}>{subject || "Without a subject"}</a>
              <small>
                to {to}
                {sentAt && `, ${dateWords.format(sentAt)} UTC`}
              </small>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
