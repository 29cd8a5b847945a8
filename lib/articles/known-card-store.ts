import { rememberEach } from "@/lib/platform/remember";
import type { CardRow } from "./card-row";
import { listCardsByIds } from "./card-store";

const cardsMax = 100;

// The same for everyone: what a viewer may see and open of a card is decided later, for each request.
const cards = rememberEach({ forMs: 5_000, keysMax: 4_000 }, async (ids: number[]) => {
  const rows = await listCardsByIds(ids);
  return new Map(rows.map((row) => [row.id, row]));
});

/**
 * Cards of these articles in the order asked for, as they were at most five seconds ago; unknown ids and what no list
 * shows are left out. Pages that many readers share ask for few of them. At most 100.
 */
export async function listKnownCards(ids: readonly number[]): Promise<CardRow[]> {
  const wanted = ids.slice(0, cardsMax);
  const known = await cards(wanted);
  return wanted.flatMap((id) => known.get(id) ?? []);
}
