const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text for an element or attribute; signs that XML 1.0 knows no way to write are dropped. Source: XML 1.0, 2.2 and 2.4 */
export function escapeXml(text: string): string {
  const allowed = [...text.toWellFormed()].filter((sign) => isWritable(sign)).join("");
  return allowed.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const isWritable = (sign: string): boolean => (sign >= " " || sign === "\n" || sign === "\t") && !/[\ufffe\uffff\u007f]/.test(sign);
