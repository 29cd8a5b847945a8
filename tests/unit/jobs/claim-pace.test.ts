import { expect, test } from "vitest";
import { makeClaimPace } from "@/lib/jobs/claim-pace";

function paceAt(clock: { ms: number }, read: readonly [feeds: number, ms: number][]) {
  const pace = makeClaimPace(() => clock.ms);
  const sizes = [pace.next()];
  for (const [feeds, ms] of read) {
    for (let feed = 0; feed < feeds; feed += 1) pace.noteRead();
    clock.ms += ms;
    sizes.push(pace.next());
  }
  return { pace, sizes };
}

test("claims as many feeds as were read in a second since the last claim, 32 to 500", () => {
  const { sizes } = paceAt({ ms: 0 }, [
    [32, 200],
    [90, 1_000],
    [10, 1_000],
    [500, 100],
    [0, 5_000],
  ]);
  expect(sizes).toEqual([32, 160, 90, 32, 500, 32]);
});

test("goes on in the next round where the last one left off, whatever time has passed", () => {
  const clock = { ms: 0 };
  const { pace } = paceAt(clock, [[340, 1_000]]);
  pace.noteRead();
  clock.ms += 3_600_000;
  pace.beginRound();
  expect(pace.size()).toBe(340);
  expect(pace.next()).toBe(340);
  for (let feed = 0; feed < 60; feed += 1) pace.noteRead();
  clock.ms += 1_000;
  // The feed read before the round counts for nothing.
  expect(pace.next()).toBe(60);
});
