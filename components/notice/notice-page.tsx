import type { ReactNode } from "react";
import { product } from "@/lib/core/product";
import { Notice } from "./notice";

/** A notice that is a whole page, for where neither the viewer nor the hour is known. */
export function NoticePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="notice-page sheet">
      <p className="wordmark">
        <a href="/">{product.name}</a>
      </p>
      <main id="main">
        <Notice title={title} isPage>
          {children}
        </Notice>
      </main>
    </div>
  );
}
