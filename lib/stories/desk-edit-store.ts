import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor, AuditFacts } from "@/lib/audit/types";
import { inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { recountStories } from "./recount-store";

/** What an editor may say of a story; null leaves it to the rule. */
export type StoryWord = { deskHeadline: string | null } | { deskLeadId: number | null } | { liveUntil: Date | null };

/**
 * An editor's word on a story's headline, lead or being live, kept in the audit; whatever counts the story anew follows it.
 *
 * @returns false where there is no such story, or the article is none of its own
 */
export function sayOfStory(slug: string, act: string, word: StoryWord, { by, now }: { by: AuditActor; now: Date }): Promise<boolean> {
  return inTransaction(async (tx) => {
    const story = await tx.story.findFirst({ where: { slug, mergedIntoId: null }, select: columns });
    if (!story) return false;
    const { id, language } = story;
    const leadId = "deskLeadId" in word ? word.deskLeadId : null;
    if (leadId !== null && (await tx.article.count({ where: { id: leadId, storyId: id } })) === 0) return false;
    const after = await tx.story.update({ where: { id }, data: word, select: columns });
    await recountStories([id], tx);
    await enqueue({ name: "stories.announce", data: { language, storyIds: [id] } }, tx);
    const subject = { kind: "story", id: String(id) };
    await recordAct({ actor: by, act, subject, before: factsOf(story), after: factsOf(after) }, now, tx);
    return true;
  });
}

const columns = { id: true, slug: true, language: true, deskHeadline: true, deskLeadId: true, liveUntil: true } as const;

type Row = { slug: string; deskHeadline: string | null; deskLeadId: number | null; liveUntil: Date | null };

const factsOf = ({ slug, deskHeadline, deskLeadId, liveUntil }: Row): AuditFacts => ({
  slug,
  deskHeadline,
  deskLeadId,
  liveUntil: liveUntil?.toISOString() ?? null,
});
