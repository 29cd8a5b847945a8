export type ContentCoding = "identity" | "gzip" | "deflate" | "br";

/** The one compression of a Content-Encoding header; null for several layers or one we do not know. */
export function contentCoding(header: string | null): ContentCoding | null {
  const layers = (header ?? "")
    .toLowerCase()
    .split(",")
    .map((layer) => layer.trim())
    .filter((layer) => layer !== "" && layer !== "identity");
  if (layers.length === 0) return "identity";
  const layer = layers[0]?.replace(/^x-/, "");
  return layers.length === 1 && (layer === "gzip" || layer === "deflate" || layer === "br") ? layer : null;
}
