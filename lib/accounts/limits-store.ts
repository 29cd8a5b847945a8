import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { daySec, hourSec, minuteSec } from "@/lib/core/clock";
import { keyedDigest } from "@/lib/core/keyed-digest";
import { err, ok, type Result } from "@/lib/core/result";
import { sharedPool } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";

/**
 * Every budget: so many tries in so long a time, each counted under a key of its own. A stranger's wrong passwords are
 * few enough an account and day that guessing is hopeless; a known device's cannot be used up by anyone else.
 */
const budgets = {
  strangerHere: { points: 5, duration: 15 * minuteSec },
  stranger: { points: 10, duration: daySec },
  network: { points: 100, duration: hourSec },
  device: { points: 10, duration: 15 * minuteSec },
  deviceAccount: { points: 20, duration: hourSec },
  signUp: { points: 60, duration: hourSec },
  letterTo: { points: 5, duration: 15 * minuteSec },
  lettersFrom: { points: 40, duration: hourSec },
  codesFrom: { points: 60, duration: hourSec },
  secondStep: { points: 10, duration: 15 * minuteSec },
  secondStepDay: { points: 40, duration: daySec },
  stepUp: { points: 10, duration: 15 * minuteSec },
} as const;

export type Budget = keyof typeof budgets;

/** One try under a budget and a key. */
export type Try = { budget: Budget; key: string };

/**
 * Counts tries before they are made, so that many at once cannot pass together. When one is refused none is counted:
 * whoever waits in front of a closed door does not keep it closed.
 *
 * @returns after how many seconds the refused one may be made again
 */
export async function spendTries(tries: readonly Try[]): Promise<Result<void, { retryAfterSec: number }>> {
  for (const [index, { budget, key }] of tries.entries()) {
    const refused = await consume(limiterOf(budget), keyOf(key));
    if (!refused) continue;
    await refundTries(tries.slice(0, index + 1));
    return err({ retryAfterSec: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) });
  }
  return ok(undefined);
}

/** Gives tries back that did no harm: their secret was right, or was never looked at. */
export async function refundTries(tries: readonly Try[]): Promise<void> {
  await Promise.all(tries.map(({ budget, key }) => limiterOf(budget).reward(keyOf(key), 1)));
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}

/** The table names nobody: addresses and networks stand in it as keyed digests. */
const keyOf = (key: string): string => keyedDigest(env().AUTH_SECRET ?? "", `limit:${key}`);

const limiters = new Map<Budget, { pool: unknown; limiter: RateLimiterPostgres }>();

function limiterOf(budget: Budget): RateLimiterPostgres {
  const pool = sharedPool();
  const known = limiters.get(budget);
  if (known?.pool === pool) return known.limiter;
  const options = { storeClient: pool, storeType: "pool", tableName: "rate_limiter", keyPrefix: budget, tableCreated: true };
  const limiter = new RateLimiterPostgres({ ...options, ...budgets[budget] });
  limiters.set(budget, { pool, limiter });
  return limiter;
}
