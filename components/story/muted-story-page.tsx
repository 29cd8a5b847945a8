import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";

/** A story of which the reader's mutes leave nothing. */
export function MutedStoryPage({ path, viewer, now }: { path: string; viewer: ViewerBadge; now: Date }) {
  return (
    <PageFrame viewer={viewer} now={now} path={path}>
      <Notice title="Your mutes hide all of this story" isPage>
        Whoever tells it is muted, or says a word that is. <a href="/">Back to the front page</a>
      </Notice>
    </PageFrame>
  );
}
