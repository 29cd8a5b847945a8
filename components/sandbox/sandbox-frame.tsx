import type { ReactNode } from "react";
import { product } from "@/lib/core/product";

type SandboxFrameProps = { title: string; words?: string; children: ReactNode };

/** The page of a payment provider that is none: it says so before anything else. */
export function SandboxFrame({ title, words, children }: SandboxFrameProps) {
  return (
    <div className="sandbox">
      <p className="sandbox-strip">
        <strong>Sandbox: no money moves.</strong> This stands where a payment provider will.
      </p>
      <header className="sandbox-head">
        <p className="wordmark">
          <a href="/">{product.name}</a>
        </p>
      </header>
      <main className="sandbox-main" id="main">
        <h1>{title}</h1>
        {words && <p className="entry-words">{words}</p>}
        {children}
      </main>
    </div>
  );
}
