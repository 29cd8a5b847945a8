import "server-only";
import { showCard } from "@/lib/articles/show-card";
import type { Viewer } from "@/lib/entitlements/types";
import { remember } from "@/lib/platform/remember";
import { listPicks } from "./store";
import type { PickCard } from "./types";

const picksShown = 8;
const pickRows = remember(5_000, () => listPicks({ take: picksShown, now: new Date() }));

/** Our Picks running now, in the editors' order; at most eight. */
export async function listOurPicks(take: number, viewer: Viewer, now: Date): Promise<PickCard[]> {
  const rows = await pickRows();
  return rows.slice(0, take).map((row) => ({ ...row, card: showCard(row.card, viewer, now) }));
}
