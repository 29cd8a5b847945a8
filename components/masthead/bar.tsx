import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { type SectionSlug, sections } from "@/lib/articles/sections";
import { product } from "@/lib/core/product";
import { AccountMenu } from "./account-menu";
import { signUpUrl } from "./entry-url";

type BarProps = { viewer: ViewerBadge; path: string; current: SectionSlug | null; signOutUrl: string };

/** The one line that stays while the page scrolls: wordmark, sections, and the reader's own corner. */
export function Bar({ viewer, path, current, signOutUrl }: BarProps) {
  return (
    <div className="bar">
      <div className="sheet">
        <a className="bar-wordmark" href="/">
          {product.name}
        </a>
        <nav className="bar-sections" aria-label="Sections">
          {sections.map((section) => (
            <a key={section.slug} href={`/section/${section.slug}`} aria-current={section.slug === current ? "page" : undefined}>
              {section.name}
            </a>
          ))}
        </nav>
        {viewer.kind === "account" ? (
          <AccountMenu viewer={viewer} signOutUrl={signOutUrl} />
        ) : (
          <a className="bar-start" href={signUpUrl(path)}>
            Start reading
          </a>
        )}
      </div>
    </div>
  );
}
