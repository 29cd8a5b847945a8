import { PublisherPage } from "@/components/publisher/publisher-page";
import { listPublisher } from "@/lib/articles/queries";
import { markMute } from "@/lib/entitlements/mark-mute";
import { findTitle } from "@/lib/feeds/queries";
import { findSuccessor } from "@/lib/feeds/title-queries";
import { markFollow } from "@/lib/reading/follow-queries";
import { markPage } from "@/lib/reading/mark-queries";
import { pageHead } from "./page-head";
import type { ComposedPage } from "./page-view";
import type { Reader } from "./reader";

type PublisherParams = { slug: string; cursor?: string | null };

/**
 * A title's own page for a visitor or a member; where it went, for one that is part of another; null for one that is not in the
 * paper.
 */
export async function composePublisher({ slug, cursor = null }: PublisherParams, reader: Reader): Promise<ComposedPage> {
  const title = await findTitle(slug);
  if (!title) {
    const successor = await findSuccessor(slug);
    return successor === null ? null : { movedTo: `/publisher/${successor}` };
  }
  const page = await markPage(reader.viewer, await listPublisher(slug, cursor, reader.viewer, reader.now));
  const publisher = {
    ...title,
    direction: title.direction === "rtl" ? ("rtl" as const) : ("ltr" as const),
    isStateMedia: title.stateMedia,
    isRetired: title.retiredAt !== null,
  };
  const follow = await markFollow(reader.viewer, "publisher", String(title.id));
  const view = { publisher, page, isFirst: cursor === null, follow, mute: markMute(reader.mutes, "publisher", title.id) };
  return {
    title: title.name,
    head: pageHead(title.name, `/publisher/${slug}`),
    page: <PublisherPage view={view} viewer={reader.badge} now={reader.now} />,
    tags: [`publisher:${slug}`],
  };
}
