import type { ReactNode } from "react";

type WayRowProps = { id: string; title: string; words: string; children: ReactNode };

/** One thing that can be done with a membership: what it is, what it does, and its button. */
export function WayRow({ id, title, words, children }: WayRowProps) {
  return (
    <section className="way" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p>{words}</p>
      <div className="way-act">{children}</div>
    </section>
  );
}

type PostButtonProps = { action: string; isMain?: boolean; fields?: Record<string, string>; children: ReactNode };

/** A button that posts to one of our own addresses, with or without script. */
export function PostButton({ action, isMain = false, fields = {}, children }: PostButtonProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={isMain ? "button" : "button button-quiet"}>
        {children}
      </button>
    </form>
  );
}
