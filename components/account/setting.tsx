import type { ReactNode } from "react";

type SettingProps = { id: string; title: string; words?: string; children: ReactNode };

/** One thing that can be set, under its name. */
export function Setting({ id, title, words, children }: SettingProps) {
  return (
    <section className="setting" aria-labelledby={`setting-${id}`}>
      <h2 id={`setting-${id}`}>{title}</h2>
      <div className="setting-body">
        {words && <p className="setting-words">{words}</p>}
        {children}
      </div>
    </section>
  );
}
