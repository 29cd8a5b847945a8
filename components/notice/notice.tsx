import type { ReactNode } from "react";

type NoticeProps = { title: string; isPage?: boolean; children: ReactNode };

/** Empty, missing or failed: one line of plain words and one way on, under a drawn ornament. */
export function Notice({ title, isPage = false, children }: NoticeProps) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <section className="notice">
      <svg className="notice-ornament" viewBox="0 0 120 16" aria-hidden="true">
        <path d="M0 8h48M72 8h48M60 1l7 7-7 7-7-7z" />
      </svg>
      <Heading>{title}</Heading>
      <p>{children}</p>
    </section>
  );
}
