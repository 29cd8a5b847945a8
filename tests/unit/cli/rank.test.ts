import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { z } from "zod";
import { rankCommand } from "@/lib/cli/commands/rank";

const Answer = z.object({
  line: z.int(),
  scores: z.array(z.object({ id: z.union([z.string(), z.number()]), score: z.int(), rank: z.int(), terms: z.record(z.string(), z.int()) })),
});

async function rank(lines: unknown[], args: string[] = []) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const printed = text(stdout);
  const written = lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`);
  const code = await rankCommand(args, { stdin: Readable.from(written), stdout, stderr });
  stdout.end();
  const answers = (await printed)
    .split("\n")
    .filter(Boolean)
    .map((line) => Answer.parse(JSON.parse(line)));
  return { code, answers, stderr: String(stderr.read() ?? "") };
}

const history = ["Arkley win the rowing cup", "Rowing: Arkley sign a new coach", "Arkley rowers rest before the final"].map(
  (title, day) => ({
    title,
    section: "sports",
    publisher: "Echo",
    at: `2026-03-0${day + 1}T10:00:00Z`,
  }),
);
const candidate = (id: string | number, title: string, more: object = {}) => ({ id, title, publishedAt: "2026-03-05T08:00:00Z", ...more });
const now = "2026-03-05T12:00:00Z";

it("puts first what is like what was read, in the order given, with terms that sum to the score", async () => {
  const candidates = [
    candidate("a", "Central bank leaves rates alone", { section: "finance" }),
    candidate(7, "Arkley rowing final is put off", { section: "sports" }),
  ];
  const { code, answers } = await rank([{ history, candidates, now, extra: true }]);
  const scores = answers[0]?.scores ?? [];
  expect(scores.map(({ id }) => id)).toEqual(["a", 7]);
  expect(scores.map((score) => score.rank)).toEqual([2, 1]);
  for (const { score, terms } of scores) expect(Object.values(terms).reduce((sum, term) => sum + term, 0)).toBe(score);
  expect(code).toBe(0);
});

it("falls back to popularity and freshness where nothing but ids is told", async () => {
  const line = (at: string) => ({
    history: [{ id: "x", at: 1_770_000_000 }],
    candidates: [
      { id: "quiet", publishedAt: at, popularity: 1 },
      { id: "loud", publishedAt: at, popularity: 900 },
      { id: "old", publishedAt: "2026-02-01T00:00:00Z", popularity: 1 },
    ],
    now,
  });
  const { answers } = await rank([line(now), { candidates: [{ id: 1 }, { id: 2 }] }, { candidates: [] }]);
  expect(answers[0]?.scores.toSorted((a, b) => b.score - a.score).map(({ id }) => id)).toEqual(["loud", "quiet", "old"]);
  expect(answers.map(({ scores }) => scores.length)).toEqual([3, 2, 0]);
});

it("tells what is opened often from what is only shown often, as popularity grows", async () => {
  const lines = Array.from({ length: 60 }, (_, index) => ({
    candidates: [
      { id: "shown", popularity: 30 + Math.floor(index / 15) },
      { id: "other", popularity: 20 + Math.floor(index / 15) },
      ...(index % 3 === 0 ? [{ id: "opened", popularity: 4 + Math.floor(index / 3) }] : []),
    ],
    now: Date.parse(now) + index * 60_000,
  }));
  const { answers } = await rank(lines);
  const last = answers.findLast(({ scores }) => scores.length === 3)?.scores ?? [];
  expect(last.toSorted((a, b) => b.score - a.score)[0]?.id).toBe("opened");
});

it("answers an odd line with numbers all the same", async () => {
  const odd = {
    history: [{ title: null, section: 5, at: "long ago" }],
    candidates: [
      { id: 1, title: "", publishedAt: "no date", popularity: -4 },
      { id: 1, publishedAt: null, popularity: "9" },
      { id: "2", publisher: 12, popularity: 1e300 },
    ],
    now: "never",
  };
  const { code, answers } = await rank([odd]);
  expect(answers[0]?.scores.map(({ id }) => id)).toEqual([1, 1, "2"]);
  expect(code).toBe(0);
});

it("names lines that it cannot read, goes on, and ends with 1", async () => {
  const { code, answers, stderr } = await rank(["{", { history }, { candidates: [{ id: "a" }] }]);
  expect(stderr).toMatch(/Line 1 .*no JSON[\s\S]*Line 2 .*candidates/);
  expect(answers.map(({ line }) => line)).toEqual([3]);
  expect(code).toBe(1);
});

it("refuses arguments", async () => {
  const { code, stderr } = await rank([], ["file"]);
  expect(stderr).toContain("Usage");
  expect(code).toBe(2);
});
