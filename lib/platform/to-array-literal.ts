/**
 * A parameter that is an array of numbers, of instants or of texts without quotation marks and backslashes, written as
 * Postgres reads it, at once: the driver looks at each element with two patterns. Any other comes back as it is, for the driver.
 *
 * Source: PostgreSQL manual, 8.15.2 (array value input)
 */
export function toArrayLiteral(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  if (value.every(isNumber)) return `{${value.join(",")}}`;
  if (value.every(isDate)) return `{${value.map((date) => date.toISOString()).join(",")}}`;
  return value.every(isText) && !special.test(value.join("")) ? `{"${value.join('","')}"}` : value;
}

const isNumber = (value: unknown): value is number => typeof value === "number";
const isDate = (value: unknown): value is Date => value instanceof Date;
const isText = (value: unknown): value is string => typeof value === "string";

/** What an element's quotation marks do not hold. */
const special = /["\\]/;
