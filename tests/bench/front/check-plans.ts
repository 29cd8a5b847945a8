import { listCardsByIds } from "@/lib/articles/card-store";
import { sharedPool } from "@/lib/platform/db";
import { listCandidates } from "@/lib/ranking/candidate-store";
import { listChangedReads } from "@/lib/ranking/changed-store";
import { weighProfile } from "@/lib/ranking/engine/weigh-profile";
import { findNewestOrder } from "@/lib/ranking/order-store";
import { planCandidates } from "@/lib/ranking/plan-candidates";
import { readProfile } from "@/lib/ranking/profile-store";
import { listCardStates } from "@/lib/reading/mark-store";
import type { PrismaClient } from "@/prisma/generated/client";
import { explainQuery, watchQueries } from "../reads/watch-queries";
import type { Report } from "../types";

/** Tables that grow with the paper and its readers: reading one whole would make a page cost what the store holds. */
const growing = ["article", "story", "article_read", "article_topic", "article_author", "impression", "follow", "reader_weight"];

/**
 * Explains the very statements of a reader's front page, and says which growing tables any of them reads from end to end.
 *
 * @param hasBar left out for a store so small that reading a table whole is the quickest
 */
export async function checkPlans(db: PrismaClient, userId: string, hasBar: boolean, report: Report): Promise<void> {
  const { conn, sent } = watchQueries(db);
  const now = new Date();
  const { weights, follows } = await readProfile(userId, conn);
  const wanted = planCandidates({ weights: weighProfile(weights, now.getTime()), follows, languages: ["en"], country: "GB" });
  const candidates = await listCandidates({ ...wanted, userId, seed: 7 }, now, conn);
  report({ metric: "candidates", value: candidates.length, unit: "stories", bar: 400, better: "lower" });
  const shown = candidates.slice(0, 60).map(({ articleId }) => articleId);
  await findNewestOrder(userId, conn);
  await listChangedReads(userId, 4, conn);
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
