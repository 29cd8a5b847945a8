import { SectionPage } from "@/components/section/section-page";
import { listSection } from "@/lib/articles/queries";
import { findSection } from "@/lib/articles/sections";
import { feedAlternates } from "./feed-alternates";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";

type SectionParams = { section: string; cursor?: string | null };

/** A section, newest first, for a visitor or a member; null for one that the paper has not. */
export async function composeSection({ section: slug, cursor = null }: SectionParams, reader: Reader): Promise<PageView | null> {
  const section = findSection(slug);
  if (!section) return null;
  const path = `/section/${section.slug}`;
  const page = await listSection(section.slug, cursor, reader.viewer, reader.now);
  return {
    title: section.name,
    head: (
      <>
        {pageHead(section.name, path)}
        {feedAlternates(section.name, path)}
      </>
    ),
    page: <SectionPage section={section} page={page} isFirst={cursor === null} viewer={reader.badge} now={reader.now} />,
    tags: [`section:${section.slug}`],
  };
}
