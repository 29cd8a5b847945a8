import { cache } from "react";
import { getViewer } from "@/lib/accounts/guards";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { viewerBadge } from "@/lib/accounts/viewer-badge";
import { hiddenFrom } from "@/lib/entitlements/hidden-tally";
import type { Mute } from "@/lib/entitlements/mute-types";
import type { Viewer } from "@/lib/entitlements/types";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { findMuteDone } from "@/lib/reading/mute-queries";
import { adoptChoices } from "@/lib/reading/onboarding-commands";
import { readBatch } from "@/lib/reading/read-types";

/** Who a page is made for, and when. */
export type Reader = {
  viewer: Viewer;
  badge: ViewerBadge;
  now: Date;
  /** All that the reader has muted, even where this page hides nothing. */
  mutes?: readonly Mute[];
};

/** The visitors' lane: the same page for everyone. Asks nothing of the request, so the page can be kept. */
export const visitorReader = cache((): Reader => ({ viewer: { kind: "visitor" }, badge: { kind: "visitor" }, now: new Date() }));

/** The members' lane: made for the session of this request. */
export const memberReader = cache(async (): Promise<Reader> => {
  const viewer = await getViewer();
  const now = viewerTime(viewer, new Date());
  return { viewer, badge: viewerBadge(viewer, now), now };
});

/** As `memberReader`, with what the address asks: `?muted=show` hides nothing on this one page, `?marked=` offers to take a marking back. */
export async function requestReader(request: Request): Promise<Reader> {
  const { viewer, badge, now } = await memberReader();
  if (viewer.kind === "visitor" || badge.kind === "visitor") return { viewer, badge, now };
  // What they picked before they had an account is theirs from the first page they open with it.
  await adoptChoices();
  const query = new URL(request.url).searchParams;
  const asked = query.get("muted");
  const isShown = asked === "show" && viewer.mutes.length > 0;
  const muting = { hidden: hiddenFrom(viewer), isShown, done: asked === null ? null : await findMuteDone(viewer, asked) };
  return {
    viewer: isShown ? { ...viewer, mutes: [] } : viewer,
    badge: { ...badge, muting, marked: readBatch(query.get("marked")) },
    now,
    mutes: viewer.mutes,
  };
}
