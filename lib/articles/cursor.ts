import { z } from "zod";

/** Where a keyset list stopped: the last card's instant (ms since the epoch) and id. */
export type CardCursor = { publishedAtMs: number; id: number };

const CursorTuple = z.tuple([z.number().int().min(0).max(8.64e15), z.number().int().min(1).max(2_147_483_647)]);
const cursorCharsMax = 64;

/** The opaque form of a cursor for an address: base64url of a JSON pair. */
export function encodeCursor(cursor: CardCursor): string {
  return Buffer.from(JSON.stringify([cursor.publishedAtMs, cursor.id])).toString("base64url");
}

/**
 * Reads a cursor from an address.
 *
 * @returns null for anything that {@link encodeCursor} did not write; callers then show the first page
 */
export function decodeCursor(text: string | null | undefined): CardCursor | null {
  if (!text || text.length > cursorCharsMax) return null;
  const parsed = CursorTuple.safeParse(readJson(Buffer.from(text, "base64url").toString("utf8")));
  return parsed.success ? { publishedAtMs: parsed.data[0], id: parsed.data[1] } : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
