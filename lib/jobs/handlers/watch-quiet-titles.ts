import { hoursOf, judgeQuiet, type QuietVerdict } from "@/lib/feeds/judge-quiet";
import { listWatched, type QuietNews, settleQuiet, type WatchedTitle } from "@/lib/feeds/quiet-store";
import type { WorkerContext } from "../context";

const batch = 200;

/** Looks for titles that went quiet against their own habit, and for those that speak again; each is told of once. */
export async function watchQuietTitles(context: Pick<WorkerContext, "now" | "log">): Promise<void> {
  const now = context.now();
  const news: QuietNews[] = [];
  for (let afterId = 0; ; ) {
    const titles = await listWatched(afterId, batch, now);
    news.push(...titles.flatMap((title) => newsOf(title, judgeQuiet(title.counts, hoursOf(now))) ?? []));
    const last = titles.at(-1);
    if (!last || titles.length < batch) break;
    afterId = last.id;
  }
  if (news.length === 0) return;
  await settleQuiet(news, now);
  context.log.info({ job: "titles.quiet", fallen: news.filter(({ isQuiet }) => isQuiet).length, titles: news.length });
}

function newsOf({ id, quietToldAt, counts }: WatchedTitle, verdict: QuietVerdict): QuietNews | null {
  if (verdict.isQuiet === (quietToldAt !== null)) return null;
  if (verdict.isQuiet) return { id, isQuiet: true, words: quietWords(verdict) };
  // Silent for so long that no habit is left: it is not heard of again, and it has not spoken either.
  const hasSpoken = counts.some(({ hour }) => quietToldAt !== null && hour >= Math.floor(hoursOf(quietToldAt)));
  return hasSpoken ? { id, isQuiet: false, words: "The title speaks again." } : null;
}

const quietWords = ({ silentHours, longestHours, expected }: QuietVerdict): string =>
  `The title has been quiet for ${Math.round(silentHours)} hours, ${Math.round(longestHours)} at most in four weeks; by its habit ${Math.round(expected)} entries should have come.`;
