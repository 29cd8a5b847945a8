import { z } from "zod";
import { announceStories } from "@/lib/jobs/announce-stories";
import { db } from "@/lib/platform/db";
import { enqueue, stopQueue } from "@/lib/platform/queue";
import { findStoryLanguage, freeArticle, holdArticle, keepStoriesApart } from "@/lib/stories/hold-store";
import { rebuildStories } from "@/lib/stories/rebuild-store";
import { listLiveLanguages } from "@/lib/stories/top-store";
import type { CommandIo } from "./command";
import { operator } from "./operator";

const Slug = z.string().regex(/^[\p{L}\p{N}-]+$/u);
const Since = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const Order = z.union([
  z.tuple([z.literal("rebuild"), z.literal("--since"), Since]),
  z.tuple([z.literal("rebuild"), z.literal("--since"), Since, z.literal("--language"), z.string().regex(/^[a-z]{2,3}$/)]),
  z.tuple([z.literal("hold"), Slug, Slug]),
  z.tuple([z.literal("free"), Slug]),
  z.tuple([z.literal("apart"), Slug, Slug]),
]);
type Order = z.infer<typeof Order>;

const usage = `Usage: broadsheet stories rebuild --since DATE [--language LANGUAGE] | hold ARTICLE STORY | free ARTICLE | apart STORY STORY
DATE is a day such as 2026-11-01 or an instant; ARTICLE and STORY are the last parts of their addresses.
`;

/**
 * `broadsheet stories`: clusters history anew beside what readers see, or takes an editor's word.
 *
 * @returns 0; 1 when there is no such article or story; 2 for a wrong command line
 */
export async function storiesCommand(args: string[], io: CommandIo): Promise<number> {
  const order = Order.safeParse(args);
  if (!order.success) {
    io.stderr.write(usage);
    return 2;
  }
  try {
    return await carryOut(order.data, new Date(), io);
  } finally {
    await stopQueue();
    await db.$disconnect();
  }
}

async function carryOut(order: Order, now: Date, io: CommandIo): Promise<number> {
  switch (order[0]) {
    case "rebuild":
      return rebuild(new Date(order[2]), order[4] ?? null, now, io);
    case "hold":
      return tell(await holdArticle(order[1], order[2], operator(), now), now, io);
    case "apart":
      return tell(await keepStoriesApart(order[1], order[2], operator(), now), now, io);
    case "free":
      return free(order[1], now, io);
    default:
      return order satisfies never;
  }
}

async function rebuild(since: Date, language: string | null, now: Date, io: CommandIo): Promise<number> {
  for (const each of language ? [language] : await listLiveLanguages(since)) {
    const { switched, ...report } = await rebuildStories(each, since, now);
    io.stdout.write(`${JSON.stringify({ ...report, moved: switched.articleIds.length })}\n`);
    await announceStories(each, switched, now);
  }
  return 0;
}

async function tell(storyIds: number[] | null, now: Date, io: CommandIo): Promise<number> {
  const [storyId] = storyIds ?? [];
  if (!storyIds || storyId === undefined) return nothingFound(io);
  await announceStories(await findStoryLanguage(storyId), { articleIds: [], storyIds }, now);
  io.stdout.write("Done; the pages concerned are being made anew.\n");
  return 0;
}

async function free(slug: string, now: Date, io: CommandIo): Promise<number> {
  const freed = await freeArticle(slug, operator(), now);
  if (!freed) return nothingFound(io);
  await enqueue({ name: "stories.assign", data: { language: freed.language }, key: freed.language });
  io.stdout.write("Done; it waits for its story.\n");
  return 0;
}

function nothingFound(io: CommandIo): number {
  io.stderr.write("There is no such article or story. A slug is the last part of an address; a story that another absorbed has none.\n");
  return 1;
}
