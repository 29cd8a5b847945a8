import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { longDay } from "@/components/time/format-instant";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";

type WithdrawnPageProps = { at: string; viewer: ViewerBadge; now: Date };

/** The address of an article that its publisher took back: that it was, and nothing of it. */
export function WithdrawnPage({ at, viewer, now }: WithdrawnPageProps) {
  return (
    <PageFrame viewer={viewer} now={now} path="/">
      <Notice title="This article was withdrawn" isPage>
        Its publisher took it back on <time dateTime={at}>{longDay(new Date(at))}</time>. <a href="/">Turn to the front page</a>
      </Notice>
    </PageFrame>
  );
}
