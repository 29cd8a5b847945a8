import { notFound } from "next/navigation";
import { PublisherPage } from "@/components/publisher/publisher-page";
import { listPublisher } from "@/lib/articles/queries";
import { findTitle } from "@/lib/feeds/queries";
import { tagPage } from "./page-tags";
import { printPage } from "./print-page";
import type { Reader } from "./reader";

type PublisherRouteProps = { slug: string; cursor: string | null; reader: Reader };

/** A title's own page for a visitor or a member. */
export async function PublisherRoute({ slug, cursor, reader }: PublisherRouteProps) {
  const title = await findTitle(slug);
  if (!title) notFound();
  if (reader.viewer.kind === "visitor") await tagPage([`publisher:${slug}`]);
  const page = await listPublisher(slug, cursor, reader.viewer, reader.now);
  const publisher = {
    ...title,
    direction: title.direction === "rtl" ? ("rtl" as const) : ("ltr" as const),
    isStateMedia: title.stateMedia,
  };
  return printPage(<PublisherPage view={{ publisher, page, isFirst: cursor === null }} viewer={reader.badge} now={reader.now} />);
}
