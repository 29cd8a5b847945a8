import { cache } from "react";
import { getViewer } from "@/lib/accounts/guards";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { viewerBadge } from "@/lib/accounts/viewer-badge";
import type { Viewer } from "@/lib/entitlements/types";
import { viewerTime } from "@/lib/entitlements/viewer-time";

/** Who a page is made for, and when. */
export type Reader = { viewer: Viewer; badge: ViewerBadge; now: Date };

/** The visitors' lane: the same page for everyone. Asks nothing of the request, so the page can be kept. */
export const visitorReader = cache((): Reader => ({ viewer: { kind: "visitor" }, badge: { kind: "visitor" }, now: new Date() }));

/** The members' lane: made for the session of this request. */
export const memberReader = cache(async (): Promise<Reader> => {
  const viewer = await getViewer();
  const now = viewerTime(viewer, new Date());
  return { viewer, badge: viewerBadge(viewer, now), now };
});
