import { listCardsByIds } from "@/lib/articles/card-store";
import { sharedPool } from "@/lib/platform/db";
import { weighProfile } from "@/lib/ranking/engine/weigh-profile";
import { readFinds } from "@/lib/ranking/finds-store";
import { findFrontState } from "@/lib/ranking/front-state-store";
import { gatherFinds, targetsOf } from "@/lib/ranking/gather-finds";
import { findOwnFacts } from "@/lib/ranking/own-facts-store";
import { planCandidates } from "@/lib/ranking/plan-candidates";
import { readProfile } from "@/lib/ranking/profile-store";
import { readStoryFacts } from "@/lib/ranking/story-facts-store";
import { listCardStates } from "@/lib/reading/mark-store";
import type { PrismaClient } from "@/prisma/generated/client";
import { explainQuery, watchQueries } from "../reads/watch-queries";
import type { Report } from "../types";

/** Tables that grow with the paper and its readers: reading one whole would make a page cost what the store holds. */
const growing = ["article", "story", "article_read", "article_topic", "article_author", "impression", "follow", "reader_weight"];

/**
 * Explains the very statements of a reader's front page, and says which growing tables any of them reads from end to end.
 * All of them at once: what every reader shares is asked here as if nobody had asked for it lately.
 *
 * @param hasBar left out for a store so small that reading a table whole is the quickest
 */
export async function checkPlans(db: PrismaClient, userId: string, hasBar: boolean, report: Report): Promise<void> {
  const { conn, sent } = watchQueries(db);
  const now = new Date();
  const { weights, follows } = await readProfile(userId, conn);
  const wanted = planCandidates({ weights: weighProfile(weights, now.getTime()), follows, languages: ["en"], country: "GB" });
  const request = { ...wanted, userId, seed: 7 };
  const gathered = gatherFinds(request, await readFinds(targetsOf(request), now, conn));
  const keys = gathered.map(({ key }) => key);
  const own = await findOwnFacts(userId, keys, conn);
  const facts = await readStoryFacts(
    keys.filter((key) => !own.read.includes(key)),
    conn,
  );
  report({ metric: "candidates", value: facts.size, unit: "stories", bar: 400, better: "lower" });
  const shown = [...facts.values()].slice(0, 60).map(({ articleId }) => articleId);
  await findFrontState(userId, 4, conn);
  await listCardsByIds(shown, conn);
  await listCardStates(userId, shown, conn);
  let serverMs = 0;
  const whole = new Set<string>();
  for (const query of sent) {
    const explained = await explainQuery(query, sharedPool());
    serverMs += explained.serverMs;
    for (const table of explained.wholeReads) if (growing.includes(table)) whole.add(table);
  }
  report({ metric: "statements explained", value: sent.length, unit: "statements" });
  const bar = hasBar ? { bar: 0, better: "lower" as const } : {};
  report({ metric: `tables read whole ${[...whole].join(" ")}`.trim(), value: whole.size, unit: "tables", ...bar });
  report({ metric: "a first visit, the server's part, planning included", value: Math.round(serverMs * 10) / 10, unit: "ms" });
}
