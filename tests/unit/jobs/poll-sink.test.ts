import { expect, it, vi } from "vitest";
import type { ArticleDraft } from "@/lib/articles/article-draft";
import { packDrafts } from "@/lib/articles/packed-drafts";
import { makeHostPauses } from "@/lib/jobs/host-pauses";
import { makePollSink } from "@/lib/jobs/poll-sink";
import { failed, type ReadPoll } from "@/lib/jobs/read-poll";
import { makeSlots } from "@/lib/jobs/slots";
import { makeDraft, makeEntry, makeFeed } from "../articles/make-draft";

const draft = makeDraft(makeEntry());
const pollOf = (id: number, publisherId: number, entries: number): ReadPoll => ({
  ...failed(makeFeed({ id, publisherId }), { kind: "timeout", afterMs: 1 }),
  drafts: packDrafts(Array.from<ArticleDraft>({ length: entries }).fill(draft)),
});

it("never writes two feeds of one publisher with entries in one set, nor two sets at once", async () => {
  const sets: number[][] = [];
  let atOnce = 0;
  const sink = makePollSink(async (polls) => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    sets.push(polls.map((poll) => poll.feed.id));
    await Promise.resolve();
    atOnce -= 1;
  });
  for (const [id, publisherId] of [
    [1, 7],
    [2, 7],
    [3, 8],
    [4, 7],
  ] as const)
    sink.add(pollOf(id, publisherId, 3));
  sink.add(pollOf(5, 7, 0));
  await sink.drained();
  expect(sets).toEqual([[1, 3, 5], [2], [4]]);
});

it("writes as soon as enough entries wait, without waiting for company", async () => {
  const write = vi.fn(async () => undefined);
  const sink = makePollSink(write);
  sink.add(pollOf(1, 1, 499));
  expect(write).not.toHaveBeenCalled();
  sink.add(pollOf(2, 2, 1));
  expect(write).toHaveBeenCalledTimes(1);
  await sink.drained();
});

it("says when so much waits that nothing more should be fetched", () => {
  const sink = makePollSink(() => new Promise(() => undefined));
  for (let id = 1; id <= 6; id += 1) sink.add(pollOf(id, id, 500));
  expect(sink.isFull()).toBe(true);
});

it("lets work that drags on move aside, so that hanging servers hold up nobody", async () => {
  vi.useFakeTimers();
  const slots = makeSlots({ max: 2, slowMax: 1, patienceMs: 100 }, () => undefined);
  const hang = () => new Promise<void>(() => undefined);
  slots.take(hang);
  slots.take(hang);
  expect(slots.free()).toBe(0);
  await vi.advanceTimersByTimeAsync(150);
  expect(slots.free()).toBe(1);
  expect(slots.idle()).toBe(false);
  vi.useRealTimers();
});

it("leaves a host alone until its pause is over", () => {
  const clock = { ms: 0 };
  const pauses = makeHostPauses(2_000, () => clock.ms);
  pauses.begin("a.example");
  clock.ms = 1_999;
  expect(pauses.resting()).toEqual(["a.example"]);
  clock.ms = 2_000;
  expect(pauses.resting()).toEqual([]);
});
