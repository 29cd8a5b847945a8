export type CsvCell = string | number | null;

/**
 * A table as CSV, with a header line. Texts that a spreadsheet would run as a formula get an apostrophe before them:
 * headlines are other people's words.
 *
 * @returns lines that end in CR LF
 * Source: RFC 4180
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
