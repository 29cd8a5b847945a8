import { TopicPage } from "@/components/topic/topic-page";
import { markMute } from "@/lib/entitlements/mark-mute";
import { markFollow } from "@/lib/reading/follow-queries";
import { markPage } from "@/lib/reading/mark-queries";
import { readTopic } from "@/lib/topics/queries";
import { feedAlternates } from "./feed-alternates";
import { pageHead } from "./page-head";
import type { ComposedPage } from "./page-view";
import type { Reader } from "./reader";

type TopicParams = { slug: string; cursor?: string | null };

/** A topic, newest first, for a visitor or a member; null for one that the paper has not, its new address where it was merged. */
export async function composeTopic({ slug, cursor = null }: TopicParams, reader: Reader): Promise<ComposedPage> {
  const found = await readTopic(slug, cursor, reader.viewer, reader.now);
  if (!found) return null;
  const { topic } = found;
  const path = `/topic/${topic.slug}`;
  if (topic.slug !== slug) return { movedTo: path };
  const [follow, page] = await Promise.all([markFollow(reader.viewer, "topic", String(topic.id)), markPage(reader.viewer, found.page)]);
  return {
    title: topic.name,
    head: (
      <>
        {pageHead(topic.name, path, `What titles around the world write about ${topic.name}.`)}
        {feedAlternates(topic.name, path)}
      </>
    ),
    page: (
      <TopicPage
        topic={topic}
        follow={follow}
        mute={markMute(reader.mutes, "topic", topic.id)}
        page={page}
        isFirst={cursor === null}
        viewer={reader.badge}
        now={reader.now}
      />
    ),
    tags: [`topic:${slug}`],
  };
}
