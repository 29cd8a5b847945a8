import sharp from "sharp";
import { escapeMarkup } from "./escape-markup";
import type { NewsroomTitle } from "./types";

/** A title's mark: its initials on its colour, as SVG. */
export function renderMark(title: NewsroomTitle): string {
  const size = [...title.initials].length > 1 ? 52 : 64;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" role="img">',
    `<title>${escapeMarkup(title.name)}</title>`,
    `<rect width="120" height="120" fill="${title.colour}"/>`,
    `<text x="60" y="${60 + size * 0.34}" text-anchor="middle" font-family="Georgia, 'Times New Roman', serif" font-size="${size}" fill="#fbf8f1">${escapeMarkup(title.initials)}</text>`,
    "</svg>",
  ].join("");
}

/** A title's icon as PNG, 180 px: a device on its colour, without letters, whose look would hang on the machine's fonts. */
export async function renderIcon(title: NewsroomTitle): Promise<Buffer> {
  const devices = Object.values(DEVICES);
  const turn = [...title.slug].reduce((sum, char) => sum + char.charCodeAt(0), 0) % devices.length;
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" width="180" height="180" viewBox="0 0 60 60">',
    `<rect width="60" height="60" fill="${title.colour}"/>`,
    `<g fill="none" stroke="#fbf8f1" stroke-width="3.5">${devices[turn] ?? ""}</g>`,
    "</svg>",
  ].join("");
  return sharp(Buffer.from(svg)).png().toBuffer();
}

const DEVICES = {
  sun: '<circle cx="30" cy="36" r="9" fill="#fbf8f1"/><path d="M10 45H50M30 14V21M12 22L17 27M48 22L43 27"/>',
  waves: '<path d="M10 22q5-6 10 0t10 0 10 0 10 0M10 32q5-6 10 0t10 0 10 0 10 0M10 42q5-6 10 0t10 0 10 0 10 0"/>',
  lighthouse: '<path d="M25 48L27 24H33L35 48ZM26 24V17H34V24M37 20L50 15M37 22L50 26M23 20L10 15M23 22L10 26"/>',
  columns: '<path d="M12 47H48M16 47V23M25 47V23M35 47V23M44 47V23M11 22L30 12 49 22Z"/>',
  gate: '<path d="M14 48V28a16 16 0 0 1 32 0V48M22 48V30a8 8 0 0 1 16 0V48M10 48H50"/>',
  compass: '<circle cx="30" cy="30" r="18"/><path d="M30 17L34 30 30 43 26 30Z" fill="#fbf8f1"/>',
};
