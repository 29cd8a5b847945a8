import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "@/lib/articles/cursor";

it("reads back every cursor it wrote", () => {
  const cursors = fc.record({ publishedAtMs: fc.integer({ min: 0, max: 4e12 }), id: fc.integer({ min: 1, max: 2_147_483_647 }) });
  fc.assert(
    fc.property(cursors, (cursor) => {
      expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
    }),
  );
});

it("answers null to anything else", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(decodeCursor(`x${text}`)).toBeNull();
    }),
  );
  expect(decodeCursor(null)).toBeNull();
  expect(decodeCursor(Buffer.from('["1;DROP TABLE article",1]').toString("base64url"))).toBeNull();
});
