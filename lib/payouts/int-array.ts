/** Whole numbers as the text of a Postgres array; the driver would look at every element for what must be quoted. */
export const intArray = (values: readonly (number | bigint | null)[]): string => `{${values.map((value) => value ?? "NULL").join(",")}}`;
