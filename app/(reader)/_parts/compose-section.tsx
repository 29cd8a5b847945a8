import { SectionPage } from "@/components/section/section-page";
import { listSection } from "@/lib/articles/queries";
import { findSection } from "@/lib/articles/sections";
import { markFollow } from "@/lib/reading/follow-queries";
import { markPage } from "@/lib/reading/mark-queries";
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
  const page = await markPage(reader.viewer, await listSection(section.slug, cursor, reader.viewer, reader.now));
  const follow = await markFollow(reader.viewer, "section", section.slug);
  return {
    title: section.name,
    head: (
      <>
        {pageHead(section.name, path)}
        {feedAlternates(section.name, path)}
      </>
    ),
    page: <SectionPage section={section} follow={follow} page={page} isFirst={cursor === null} viewer={reader.badge} now={reader.now} />,
    tags: [`section:${section.slug}`],
  };
}
