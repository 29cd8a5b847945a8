import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { dropEngines } from "@/lib/stories/engine-store";
import { assignStories } from "@/lib/stories/store";
import { createTestDatabase } from "../../support/test-database";
import { emptyStore, makeStream, readPartition, seeded, storeTold, type Told } from "./told-stream";

const { db, close } = await createTestDatabase();
afterAll(close);
beforeEach(() => emptyStore(db));

const stream = makeStream(14);
const lastAt = stream.at(-1)?.publishedAt ?? new Date();
/** All is seen within eight minutes, after the last was published. */
const seenAt = (index: number, of: number) => new Date(lastAt.getTime() + 60_000 + (index / of) * 8 * 60_000);

async function assignAll(): Promise<void> {
  while ((await assignStories("en")).hasMore);
}

/** Stores the articles in this order, and lets a worker assign after every few. */
async function play(order: readonly Told[], every: number, between: () => Promise<unknown> = assignAll): Promise<string[]> {
  for (let from = 0; from < order.length; from += every) {
    await storeTold(order.slice(from, from + every), seenAt(from, order.length), db);
    await between();
  }
  await assignAll();
  return readPartition(db);
}

function shuffled(seed: number): Told[] {
  const random = seeded(seed);
  return stream
    .map((told) => ({ told, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ told }) => told);
}

const inOrder = async () => {
  const partition = await play(stream, 5);
  await emptyStore(db);
  return partition;
};

it("finds the events that were told", async () => {
  const partition = await inOrder();
  const events = Map.groupBy(stream, ({ event }) => event);
  const wanted = [...events.values()]
    .map((group) =>
      group
        .map(({ key }) => key)
        .sort()
        .join(" "),
    )
    .sort();
  expect(partition).toEqual(wanted);
});

it.each([1, 2, 3, 4])("gives the same partition whatever the order of ten minutes (%i)", async (seed) => {
  const wanted = await inOrder();
  expect(await play(shuffled(seed), 1 + seed * 3)).toEqual(wanted);
});

it("gives the same partition when feeds repeat themselves", async () => {
  const wanted = await inOrder();
  const twice = stream.flatMap((told, index) => (index % 3 === 0 ? [told, told] : [told]));
  expect(await play(twice, 7)).toEqual(wanted);
});

it("gives the same partition when workers assign at once", async () => {
  const wanted = await inOrder();
  const crowd = () => Promise.all([assignStories("en"), assignStories("en"), assignStories("en")]);
  expect(await play(shuffled(9), 6, crowd)).toEqual(wanted);
});

it("gives the same partition when two workers with engines of their own take turns", async () => {
  const wanted = await inOrder();
  vi.resetModules();
  const second = await import("@/lib/stories/store");
  const workers = [assignStories, second.assignStories];
  let turn = 0;
  const takeTurns = async () => {
    turn += 1;
    while ((await workers[turn % 2]?.("en"))?.hasMore);
  };
  expect(await play(stream, 3, takeTurns)).toEqual(wanted);
  await emptyStore(db);
  (await import("@/lib/stories/engine-store")).dropEngines("en");
  expect(await play(shuffled(7), 3, takeTurns)).toEqual(wanted);
});

it("gives the same partition when a worker begins anew in the middle, again and again", async () => {
  const wanted = await inOrder();
  const restart = async () => {
    dropEngines("en");
    await assignAll();
  };
  expect(await play(stream, 4, restart)).toEqual(wanted);
  await emptyStore(db);
  expect(await play(shuffled(5), 4, restart)).toEqual(wanted);
});

it("keeps a story's address through it all", async () => {
  const slugs = new Set<string>();
  await play(shuffled(3), 5, async () => {
    await assignAll();
    for (const { slug } of await db.story.findMany({ select: { slug: true } })) slugs.add(slug);
  });
  const known = await db.story.findMany({ select: { slug: true, articleCount: true, mergedInto: { select: { articleCount: true } } } });
  expect(new Set(known.map(({ slug }) => slug))).toEqual(slugs);
  for (const { articleCount, mergedInto } of known) expect(articleCount + (mergedInto?.articleCount ?? 0)).toBeGreaterThan(0);
});
