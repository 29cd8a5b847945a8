import "server-only";
import type { CardRow } from "@/lib/articles/card-row";
import { withoutMuted } from "@/lib/articles/mute-door-store";
import { showCard } from "@/lib/articles/show-card";
import type { Viewer } from "@/lib/entitlements/types";
import { remember } from "@/lib/platform/remember";
import { listPicks } from "./store";
import type { PickCard } from "./types";

const picksShown = 8;
const pickRows = remember(5_000, () => listPicks({ take: picksShown, now: new Date() }));

/** Our Picks running now, in the editors' order, without what this viewer has muted; at most eight. */
export async function listOurPicks(take: number, viewer: Viewer, now: Date): Promise<PickCard[]> {
  const picks = await pickRows();
  const noteOf = new Map(picks.map(({ card, note }) => [card, note]));
  const wordsWith = (card: CardRow) => [noteOf.get(card) ?? ""];
  const rows = new Set(
    await withoutMuted(
      picks.map(({ card }) => card),
      viewer,
      now,
      { wordsWith },
    ),
  );
  const unmuted = picks.filter(({ card }) => rows.has(card));
  return unmuted.slice(0, take).map((row) => ({ ...row, card: showCard(row.card, viewer, now) }));
}
