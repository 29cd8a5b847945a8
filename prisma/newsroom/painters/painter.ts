import type { Development } from "@/prisma/newsroom/darkroom/develop";
import type { Noise } from "@/prisma/newsroom/darkroom/noise";
import type { Plate } from "@/prisma/newsroom/darkroom/plate";
import type { SeededRandom } from "@/prisma/newsroom/darkroom/seeded-random";

/** What a painter works with: an empty plate, its own stream of choices, and noise shuffled by them. */
export type Easel = { plate: Plate; random: SeededRandom; noise: Noise };

/** Paints a scene on the easel's plate and says how to develop it. */
export type Painter = (easel: Easel) => Promise<Partial<Development>> | Partial<Development>;
