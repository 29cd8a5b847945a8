import { afterAll, expect, it } from "vitest";
import { sql } from "@/lib/platform/sql";
import { toArrayLiteral } from "@/lib/platform/to-array-literal";
import { createTestDatabase } from "../../support/test-database";

const { close } = await createTestDatabase();
afterAll(close);

async function roundTrip(values: unknown[], type: string): Promise<unknown> {
  const { rows } = await sql.query<{ values: unknown }>(`SELECT $1::${type}[] AS values`, [values]);
  return rows[0]?.values;
}

it.each([
  ["whole numbers", [1, -2, 2_147_483_647], "int"],
  ["broken numbers", [0.1, 1e21, -1e-7], "float8"],
  ["instants", [new Date("2026-11-24T03:04:05.678Z"), new Date(0)], "timestamptz"],
  ["words", ["a", "NULL", "null", ""], "text"],
  ["what parts elements", ["a,b", "{c}", " d ", "e\n\tf", "g'h", "“i”"], "text"],
  ["other scripts", ["über", "日本", "\u{1f600}"], "text"],
  ["keys", ["0123456789abcdef0123456789abcdef"], "char(32)"],
])("writes %s so that Postgres reads them as they are", async (_, values, type) => {
  expect(toArrayLiteral(values)).toBeTypeOf("string");
  expect(await roundTrip(values, type)).toEqual(values);
});

it.each([
  ["quotation marks", ['"', 'a","b', "c"], "text"],
  ["backslashes", ["\\", 'a\\"b', "\\x41"], "text"],
  ["some absent", ["a", null], "text"],
  ["nothing", [], "text"],
])("leaves %s to the driver", async (_, values, type) => {
  expect(toArrayLiteral(values)).toBe(values);
  expect(await roundTrip(values, type)).toEqual(values);
});

it("leaves what is no array as it is", () => {
  expect(["{a}", 7, null].map(toArrayLiteral)).toEqual(["{a}", 7, null]);
});
