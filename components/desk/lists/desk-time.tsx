type DeskTimeProps = { at: Date; hasYear?: boolean };

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

/** An instant as the desk reads it: in UTC, whoever reads and wherever; the page says so once. */
export function DeskTime({ at, hasYear = false }: DeskTimeProps) {
  return (
    <time dateTime={at.toISOString()} title={`${at.toISOString().slice(0, 19).replace("T", " ")} UTC`}>
      {days.format(at)}
      {hasYear && ` ${at.getUTCFullYear()}`}, {clock.format(at)}
    </time>
  );
}
