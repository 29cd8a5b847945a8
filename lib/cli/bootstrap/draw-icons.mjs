// Gathers the icons we use from the Lucide package into one sheet that pages refer to: the drawings stay in their package.
import { readFileSync, writeFileSync } from "node:fs";

/** The names that `components/icon/icon.tsx` knows. */
export const iconNames = [
  "newspaper",
  "trending-up",
  "pen-line",
  "layout-list",
  "library",
  "gift",
  "share-2",
  "headphones",
  "external-link",
  "download",
  "history",
  "bookmark",
  "book-open",
];

/** Writes `public/icons.svg`: a symbol for each icon, by its name. */
export function drawIcons() {
  const symbols = iconNames.map((name) => {
    const drawing = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, "utf8");
    const inside = drawing.slice(drawing.indexOf(">", drawing.indexOf("<svg")) + 1, drawing.lastIndexOf("</svg>"));
    return `<symbol id="${name}" viewBox="0 0 24 24">${inside.replace(/\s*\n\s*/g, "")}</symbol>`;
  });
  writeFileSync("public/icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">\n<title>Icons</title>\n${symbols.join("\n")}\n</svg>\n`);
}
