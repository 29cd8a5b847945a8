import type { SeededRandom } from "@/prisma/newsroom/darkroom/seeded-random";

/** A sitter's outline as SVG, part by part from back to front. */
export type Sitter = { body: string; neck: string; face: string; hair: string; microphones: string };

/** Draws head and shoulders, in profile or three-quarter view, with one of several cuts of hair. */
export function drawSitter(random: SeededRandom, x: number, floor: number): Sitter {
  const size = random.range(1.9, 2.7);
  const turn = random.pick([-1, 1]);
  const top = floor - random.range(205, 232) * size;
  // Everything is drawn about (0, 0), the middle of the head, in units of which a head is about 100 tall.
  const place = (shapes: string) =>
    `<g transform="translate(${x.toFixed(1)} ${(top + 62 * size).toFixed(1)}) scale(${(turn * size).toFixed(3)} ${size.toFixed(3)})" fill="#000">${shapes}</g>`;
  const isProfile = random.chance(0.5);
  const bulk = random.range(0.9, 1.15);
  const shoulders = `<path d="M${-26 * bulk} 62C${-36 * bulk} 78 ${-84 * bulk} 84 ${-102 * bulk} 112C${-118 * bulk} 138 ${-122 * bulk} 190 ${-124 * bulk} 260H${116 * bulk}C${114 * bulk} 190 ${110 * bulk} 136 ${96 * bulk} 112C${80 * bulk} 88 ${38 * bulk} 82 ${26 * bulk} 64Z"/>`;
  const collar = random.chance(0.5) ? '<path d="M-30 58C-22 74 20 76 30 60L36 78C14 92 -20 92 -38 76Z"/>' : "";
  const face = isProfile ? profile() : threeQuarter();
  return {
    body: place(shoulders + collar),
    neck: place('<path d="M-24 24C-22 50 -28 62 -34 74H32C25 62 23 50 23 34Z"/>'),
    face: place(face),
    hair: place(random.pick(isProfile ? PROFILE_HAIR : FRONT_HAIR)),
    microphones: microphones(random, x, floor),
  };
}

/** Brow, nose, lips and chin to the right. */
function profile(): string {
  return '<path d="M-34 -18C-34 -46 -8 -56 12 -50C26 -46 33 -36 34 -25C34 -19 35 -15 37 -11C40 -5 46 2 46 6C45 9 41 9 39 10C38 12 39 14 40 16C40 18 37 19 37 20C39 22 39 24 37 26C36 28 36 31 36 34C35 42 27 45 18 44C8 43 0 40 -6 36C-20 30 -34 8 -34 -18Z"/>';
}

function threeQuarter(): string {
  return '<path d="M-35 -12C-36 -42 -16 -53 4 -53C26 -53 38 -40 38 -18C38 -12 40 -8 40 -3C40 2 38 6 37 9C36 24 27 42 10 48C2 50 -5 47 -12 42C-25 33 -33 14 -35 -12Z"/><path d="M-37 -6C-43 -9 -45 3 -41 10C-39 15 -35 14 -34 11Z"/>';
}

const PROFILE_HAIR: [string, ...string[]] = [
  '<path d="M33 -30C34 -52 10 -64 -12 -60C-40 -56 -52 -32 -47 -6C-45 8 -40 20 -30 27C-28 18 -27 10 -20 6C-12 2 -10 -6 -8 -14C-2 -30 16 -32 33 -30Z"/>',
  '<path d="M33 -32C32 -56 4 -66 -18 -60C-48 -52 -54 -22 -50 8C-48 34 -54 52 -58 70C-40 76 -22 68 -16 52C-16 34 -14 10 -8 -10C0 -28 16 -34 33 -32Z"/>',
  '<path d="M32 -34C30 -54 6 -63 -14 -59C-38 -54 -48 -32 -44 -8C-43 2 -38 12 -32 16C-26 6 -18 -4 -12 -14C0 -28 16 -36 32 -34Z"/><circle cx="-54" cy="-34" r="19"/>',
  '<path d="M35 -28C42 -58 12 -76 -16 -70C-52 -64 -64 -30 -56 0C-52 18 -42 30 -28 30C-24 18 -24 8 -16 2C-10 -6 -10 -14 -6 -20C6 -30 22 -30 35 -28Z"/>',
];

const FRONT_HAIR: [string, ...string[]] = [
  '<path d="M40 -16C44 -46 26 -64 2 -63C-28 -63 -44 -44 -41 -12C-40 -6 -39 -2 -37 0C-36 -12 -34 -22 -26 -28C-8 -30 14 -40 24 -38C34 -34 38 -26 40 -16Z"/>',
  '<path d="M43 -12C47 -48 26 -67 2 -66C-32 -66 -49 -42 -46 -8C-45 16 -48 32 -50 46C-42 52 -35 48 -33 38C-31 24 -37 8 -35 -10C-31 -27 -8 -28 10 -38C26 -36 37 -28 40 -8C41 10 39 24 41 38C47 44 53 40 52 30C50 14 52 0 43 -12Z"/>',
  '<path d="M43 -12C54 -50 30 -78 0 -76C-38 -76 -56 -44 -49 -6C-47 6 -42 14 -38 14C-38 -4 -36 -20 -26 -28C-6 -36 18 -38 28 -32C38 -26 40 -18 43 -12Z"/>',
  '<path d="M39 -22C40 -46 24 -58 3 -58C-22 -58 -38 -44 -37 -20C-32 -34 -24 -42 -8 -44C8 -47 34 -42 39 -22Z"/>',
];

function microphones(random: SeededRandom, x: number, floor: number): string {
  return Array.from({ length: random.whole(1, 3) }, (_, i) => {
    const foot = x + (i - 1) * 46 + random.range(-12, 12);
    const tip = foot + random.range(-24, 24);
    const high = floor - random.range(120, 170);
    return `<path d="M${foot} ${floor}Q${foot} ${high + 60} ${tip} ${high}" fill="none" stroke="#000" stroke-width="5"/><ellipse cx="${tip}" cy="${high - 14}" rx="12" ry="19"/>`;
  }).join("");
}
