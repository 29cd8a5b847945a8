import type { ReactNode } from "react";
import { TitleMarks } from "@/components/publisher-mark/title-marks";
import { product } from "@/lib/core/product";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";

type AccountFrameProps = { title: string; words: string; marks: PublisherMark[]; children: ReactNode };

/** The quiet page that sign-up, sign-in and welcome stand on: nothing to click but the way on and the way home. */
export function AccountFrame({ title, words, marks, children }: AccountFrameProps) {
  return (
    <div className="entry">
      <header className="entry-side">
        <p className="wordmark">
          <a href="/">{product.name}</a>
        </p>
        <p className="entry-promise">{product.promise}</p>
        <TitleMarks marks={marks} />
      </header>
      <main className="entry-main" id="main">
        <h1>{title}</h1>
        <p className="entry-words">{words}</p>
        {children}
      </main>
    </div>
  );
}
