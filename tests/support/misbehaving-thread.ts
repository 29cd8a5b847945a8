import { setTimeout } from "node:timers/promises";
import { serveKillable } from "@/lib/platform/killable/serve-killable";

/** What the tests of the killable pool ask their process to do. */
export type Misbehaviour = keyof typeof behaviours;

const behaviours = {
  answer: () => "served",
  loop: () => {
    for (;;);
  },
  /** Waits for its turn, as on a busy machine, and takes next to nothing of a processor. */
  wait: async () => {
    await setTimeout(2_500);
    return "served";
  },
  backtrack: () => String(/^(a+)+$/.test(`${"a".repeat(60)}b`)),
  hoard: () => {
    for (const held: string[][] = []; ; ) held.push(Array.from({ length: 10_000 }, (_, index) => `held ${index}`));
  },
  /** Memory that no heap limit counts. */
  bloat: () => {
    for (const held: Buffer[] = []; ; ) held.push(Buffer.alloc(1_048_576, 1));
  },
  throw: () => {
    throw new Error("a handler's own fault");
  },
  exit: () => process.exit(3),
  "long answer": () => "x".repeat(40_000_000),
  // biome-ignore lint/style/noProcessEnv: what the process is given is what the test asks for.
  environment: () => Object.keys(process.env).sort().join(","),
  pid: () => String(process.pid),
};

serveKillable<Misbehaviour, string>((kind) => behaviours[kind]());
