import type { SeededRandom } from "@/prisma/newsroom/darkroom/seeded-random";

/** A sitter's outline as SVG, part by part from back to front. */
export type Sitter = { body: string; neck: string; face: string; hair: string };

/** Draws head and shoulders, in profile or from behind, with one of several cuts of hair. */
export function drawSitter(random: SeededRandom, x: number, floor: number): Sitter {
  const size = random.range(1.9, 2.7);
  const turn = random.pick([-1, 1]);
  const top = floor - random.range(205, 232) * size;
  // Everything is drawn about (0, 0), the middle of the head, in units of which a head is about 100 tall.
  const place = (shapes: string) =>
    `<g transform="translate(${x.toFixed(1)} ${(top + 62 * size).toFixed(1)}) scale(${(turn * size).toFixed(3)} ${size.toFixed(3)})" fill="#000">${shapes}</g>`;
  const isProfile = random.chance(0.7);
  const bulk = random.range(0.9, 1.15);
  const shoulders = `<path d="M${-26 * bulk} 62C${-36 * bulk} 78 ${-84 * bulk} 84 ${-102 * bulk} 112C${-118 * bulk} 138 ${-122 * bulk} 190 ${-124 * bulk} 260H${116 * bulk}C${114 * bulk} 190 ${110 * bulk} 136 ${96 * bulk} 112C${80 * bulk} 88 ${38 * bulk} 82 ${26 * bulk} 64Z"/>`;
  const collar = random.chance(0.5) ? '<path d="M-30 58C-22 74 20 76 30 60L36 78C14 92 -20 92 -38 76Z"/>' : "";
  return {
    body: place(`<g transform="translate(${isProfile ? -6 : 0} -15) scale(${isProfile ? 0.76 : 1} 1)">${shoulders}${collar}</g>`),
    neck: place('<path d="M-24 24C-22 50 -28 62 -34 74H32C25 62 23 50 23 34Z"/>'),
    face: place(isProfile ? profile() : ears()),
    hair: place(random.pick(isProfile ? PROFILE_HAIR : BACK_HAIR)),
  };
}

/** Brow, nose, lips and chin to the right. */
function profile(): string {
  return '<path d="M-34 -18C-34 -46 -8 -56 12 -50C26 -46 33 -36 34 -25C34 -19 35 -15 37 -11C40 -5 46 2 46 6C45 9 41 9 39 10C38 12 39 14 40 16C40 18 37 19 37 20C39 22 39 24 37 26C36 28 36 31 36 34C35 42 27 45 18 44C8 43 0 40 -6 36C-20 30 -34 8 -34 -18Z"/>';
}

/** Head and ears from behind: the hair goes over all but their rims. */
function ears(): string {
  return '<path d="M-36 -10C-36 -40 -20 -54 2 -54C24 -54 40 -40 40 -10C40 14 28 40 2 42C-24 40 -36 14 -36 -10Z"/><path d="M-36 -8C-43 -12 -46 2 -42 11C-39 16 -36 14 -34 10Z"/><path d="M40 -8C47 -12 50 2 46 11C43 16 40 14 38 10Z"/>';
}

const PROFILE_HAIR: [string, ...string[]] = [
  '<path d="M33 -30C34 -52 10 -64 -12 -60C-40 -56 -52 -32 -47 -6C-45 8 -40 20 -30 27C-28 18 -27 10 -20 6C-12 2 -10 -6 -8 -14C-2 -30 16 -32 33 -30Z"/>',
  '<path d="M33 -32C32 -56 4 -66 -18 -60C-48 -52 -54 -22 -50 8C-48 34 -54 52 -58 70C-40 76 -22 68 -16 52C-16 34 -14 10 -8 -10C0 -28 16 -34 33 -32Z"/>',
  '<path d="M32 -34C30 -54 6 -63 -14 -59C-38 -54 -48 -32 -44 -8C-43 2 -38 12 -32 16C-26 6 -18 -4 -12 -14C0 -28 16 -36 32 -34Z"/><circle cx="-54" cy="-34" r="19"/>',
  '<path d="M35 -28C42 -58 12 -76 -16 -70C-52 -64 -64 -30 -56 0C-52 18 -42 30 -28 30C-24 18 -24 8 -16 2C-10 -6 -10 -14 -6 -20C6 -30 22 -30 35 -28Z"/>',
];

const BACK_HAIR: [string, ...string[]] = [
  '<path d="M-37 -6C-40 -40 -22 -60 2 -60C26 -60 44 -40 41 -6C40 6 36 18 30 27C20 32 -16 32 -26 27C-32 18 -36 6 -37 -6Z"/>',
  '<path d="M-44 -4C-58 -46 -30 -74 2 -74C36 -74 62 -46 48 -4C50 14 44 30 36 36C18 42 -14 42 -32 36C-40 30 -46 14 -44 -4Z"/>',
  '<path d="M-36 -10C-38 -40 -20 -57 2 -57C24 -57 42 -40 40 -10C38 6 34 16 28 22C16 26 -12 26 -24 22C-30 16 -34 6 -36 -10Z"/><ellipse cx="2" cy="-14" rx="17" ry="21"/>',
];
