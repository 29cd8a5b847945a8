import { notFound } from "next/navigation";
import { SectionPage } from "@/components/section/section-page";
import { listSection } from "@/lib/articles/queries";
import { findSection } from "@/lib/articles/sections";
import { tagPage } from "./page-tags";
import { printPage } from "./print-page";
import type { Reader } from "./reader";

type SectionRouteProps = { slug: string; cursor: string | null; reader: Reader };

/** A section, newest first, for a visitor or a member. */
export async function SectionRoute({ slug, cursor, reader }: SectionRouteProps) {
  const section = findSection(slug);
  if (!section) notFound();
  if (reader.viewer.kind === "visitor") await tagPage([`section:${section.slug}`]);
  const page = await listSection(section.slug, cursor, reader.viewer, reader.now);
  return printPage(<SectionPage section={section} page={page} isFirst={cursor === null} viewer={reader.badge} now={reader.now} />);
}
