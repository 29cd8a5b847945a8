import { listFinds } from "./finds-store";
import { gatherFinds, targetsOf } from "./gather-finds";
import { findOwnFacts } from "./own-facts-store";
import type { CandidateRequest } from "./plan-candidates";
import { listStoryFacts } from "./story-facts-store";
import type { CandidateRecord } from "./to-candidate";

/** No order is made of more stories than this. */
export const candidatesMax = 400;

/**
 * Stories that may stand on a reader's front page, by the article that leads each: what the reader's follows and likings
 * brought in the last days, the top stories, our picks and some of every section. At most {@link candidatesMax}; read
 * ones are left out.
 *
 * What can be found where, and what is known of each story, is the same for all readers and remembered for minutes; of this
 * reader one statement asks. Cost follows what is asked for and not what the store holds.
 *
 * Order: what each source puts first, then the newer story.
 */
export async function listCandidates(request: CandidateRequest, now: Date): Promise<CandidateRecord[]> {
  const gathered = gatherFinds(request, await listFinds(targetsOf(request), now));
  const own = await findOwnFacts(
    request.userId,
    gathered.map(({ key }) => key),
  );
  const read = new Set(own.read);
  const shown = new Map(own.shownIds.map((id, index) => [id, own.shown[index] ?? 0]));
  const chosen = gathered.filter(({ key }) => !read.has(key)).slice(0, candidatesMax);
  const facts = await listStoryFacts(chosen.map(({ key }) => key));
  return chosen.flatMap(({ key, brought, isPick }) => {
    const known = facts.get(key);
    return known ? [{ ...known, brought: brought.length === 0 ? null : brought.sort(), isPick, timesShown: shown.get(key) ?? 0 }] : [];
  });
}
