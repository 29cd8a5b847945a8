import { longDay } from "@/components/time/format-instant";
import { product } from "@/lib/core/product";

type MastheadProps = {
  now: Date;
  /** "World edition", and what it draws on. */
  edition: string | null;
  /** On the front page the wordmark is the page's own heading. */
  isFront: boolean;
};

/** Date, wordmark and edition, as a paper carries them. */
export function Masthead({ now, edition, isFront }: MastheadProps) {
  const Wordmark = isFront ? "h1" : "p";
  return (
    <header className={isFront ? "masthead sheet" : "masthead masthead-small sheet"}>
      <p className="masthead-ear">
        <time dateTime={now.toISOString().slice(0, 10)}>{longDay(now)}</time>
      </p>
      <Wordmark className="wordmark">
        <a href="/">{product.name}</a>
      </Wordmark>
      {edition !== null && <p className="masthead-ear">{edition}</p>}
    </header>
  );
}
