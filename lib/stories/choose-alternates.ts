import type { CardAlternate } from "@/lib/articles/card-alternate";
import { chooseLead, type LeadCandidate } from "./choose-lead";

export type AlternateCandidate = LeadCandidate & Omit<CardAlternate, "id">;

/** More ways in than this are rare, and every list carries them. */
const alternatesMax = 3;

/**
 * The articles that may stand for a story to someone who may not open its lead: the best of each other policy, the most
 * open first. Policies differ by access and licence; for hard walls also by title, whose own people read behind them.
 *
 * @returns at most three, never the lead
 */
export function chooseAlternates(lead: AlternateCandidate, members: readonly AlternateCandidate[]): CardAlternate[] {
  if (lead.access === "open") return [];
  const others = members.filter((member) => member.id !== lead.id && openness[member.access] < openness[lead.access]);
  const best = [...Map.groupBy(others, policyName).values()].flatMap((group) => chooseLead(group) ?? []);
  return best
    .sort((a, b) => openness[a.access] - openness[b.access] || b.id - a.id)
    .slice(0, alternatesMax)
    .map(({ id, publisherId, access, licence }) => ({ id, publisherId, access, licence }));
}

/** How many may open a text, fewest last. */
const openness: Record<CardAlternate["access"], number> = { open: 0, registered: 1, metered: 2, lead_in: 3, paid: 4 };

const policyName = ({ access, licence }: AlternateCandidate): string => `${access} ${licence}`;
