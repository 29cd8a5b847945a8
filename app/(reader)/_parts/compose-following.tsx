import { FollowingPage } from "@/components/following/following-page";
import { readFollowing } from "@/lib/reading/follow-queries";
import type { OwnReader } from "./own-route";
import type { PageView } from "./page-view";

/** The newest from what a reader follows. */
export async function composeFollowing(
  { cursor = null }: { cursor?: string | null },
  reader: OwnReader,
  query = new URLSearchParams(),
): Promise<PageView> {
  const view = await readFollowing(cursor, reader.viewer, reader.now);
  return {
    title: "Following",
    head: <meta name="robots" content="noindex" />,
    page: (
      <FollowingPage
        {...view}
        isFirst={cursor === null}
        isFull={query.get("refused") === "too-many"}
        viewer={reader.badge}
        now={reader.now}
      />
    ),
    tags: [],
  };
}
