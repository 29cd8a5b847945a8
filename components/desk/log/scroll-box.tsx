import type { ReactNode } from "react";

/** A table that may be wider than the page: the keyboard can come to it and move it, also where nothing in it can be pressed. */
export function ScrollBox({ name, children }: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="desk-scroll" aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}
