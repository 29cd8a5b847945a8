import { hash32 } from "@/lib/core/hash";
import { listCandidates } from "./candidate-store";
import { rankForReader } from "./engine/rank-for-reader";
import { weighProfile } from "./engine/weigh-profile";
import { planCandidates } from "./plan-candidates";
import { readProfile } from "./profile-store";
import { type CandidateRecord, toCandidate } from "./to-candidate";
import type { RankContext, RankedCard } from "./types";

/**
 * For whom to rank: `country` ISO 3166-1 alpha-2 or empty, `languages` primary subtags, none for the paper's own;
 * `isPersonal` off: as for anyone, save that what they have read is left out.
 */
export type RankingReader = { userId: string; country: string; languages: readonly string[]; isPersonal: boolean };

/** An order and whom it was made for. */
export type Ranking = { context: RankContext; cards: RankedCard[] };

/**
 * Ranks what this reader may want to read now, best first; by two queries, and at most three more
 * for what nobody has asked about lately, whatever the store holds.
 *
 * @param mayStand which stories are asked about at all: none that the reader muted
 * @param take how many cards at most
 */
export async function makeRanking(
  reader: RankingReader,
  options: { take: number; mayStand: (record: CandidateRecord) => boolean },
  now: Date,
): Promise<Ranking> {
  const { userId, country, languages, isPersonal } = reader;
  const nowMs = now.getTime();
  const { weights: profile, follows } = isPersonal ? await readProfile(userId) : nothingKnown;
  const weights = weighProfile(profile, nowMs);
  const seed = seedOf(userId, nowMs);
  const wanted = planCandidates({ weights, follows, languages, country });
  const records = await listCandidates({ ...wanted, userId, seed }, now);
  const followed = new Set(follows.map(({ kind, target }) => `${kind}:${target}`));
  const candidates = records.filter(options.mayStand).map((record) => toCandidate(record, followed));
  const context: RankContext = { weights, country, nowMs, seed, isPersonal };
  return { context, cards: rankForReader(candidates, context, { take: options.take }) };
}

const nothingKnown: Awaited<ReturnType<typeof readProfile>> = { weights: [], follows: [] };

/** Chance of an order: another for each reader and each time, and known from the log. A Postgres `int`. */
function seedOf(userId: string, nowMs: number): number {
  return Number.parseInt(hash32(`${userId} ${nowMs}`).slice(0, 7), 16);
}
