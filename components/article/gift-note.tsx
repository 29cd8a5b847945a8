import { longDay } from "@/components/time/format-instant";

type GiftNoteProps = {
  /** The whole address, to copy. */
  url: string;
  expiresAt: Date;
  /** Whether the one who looks gave it. */
  isGiver: boolean;
  /** Whether it still opens the article. */
  isOpen: boolean;
};

/** Said above an article that was opened by its gift. */
export function GiftNote({ url, expiresAt, isGiver, isOpen }: GiftNoteProps) {
  const until = <time dateTime={expiresAt.toISOString()}>{longDay(expiresAt)}</time>;
  if (!isOpen) return <p className="article-note">This gift was open until {until}.</p>;
  if (!isGiver) return <p className="article-note">A member of Broadsheet gave you this article. It is open to you until {until}.</p>;
  return (
    <div className="article-note">
      <p>Your gift: whoever has this address reads the article until {until}, without an account.</p>
      <p>
        <label htmlFor="gift-address">Address to pass on</label>
        <input id="gift-address" type="text" readOnly value={url} data-select-all="" />
      </p>
    </div>
  );
}
