import type { AuditActor } from "@/lib/audit/types";
import type { Access } from "@/lib/entitlements/types";
import type { Tx } from "@/lib/platform/db";
import { changeArticle } from "./desk-change-store";
import type { SectionSlug } from "./sections";

type By = { slug: string; by: AuditActor; now: Date };

/** Takes an article off every list and feed, or puts it back; its own address shows it all the same. @returns false for no such article */
export function setHidden(isHidden: boolean, { slug, by, now }: By): Promise<boolean> {
  const act = isHidden ? "article.hide" : "article.unhide";
  return changeArticle({ slug, by, now, act, isEverywhere: true }, async (id, tx) => {
    await tx.article.update({ where: { id }, data: { hiddenAt: isHidden ? now : null }, select: { id: true } });
  });
}

/** An editor's word on an article's section, which no feed and no job changes. @returns false for no such article */
export function setSection(section: SectionSlug, { slug, by, now }: By): Promise<boolean> {
  return changeArticle({ slug, by, now, act: "article.section", isEverywhere: true }, async (id, tx) => {
    await tx.article.update({ where: { id }, data: { section, sectionBy: "editor" }, select: { id: true } });
  });
}

/**
 * Gives an article a wall of its own, or its title's back with null. Which access that comes to is the worker's to
 * reckon, some seconds later: the web's own user may open no text.
 *
 * @returns false for no such article, or one of a title that is not a partner: there nothing is charged
 */
export function wishOwnWall(wall: Access | null, { slug, by, now }: By): Promise<boolean> {
  return changeArticle({ slug, by, now, act: "article.wall" }, async (id, tx) => {
    await tx.article.update({ where: { id }, data: { ownWall: wall }, select: { id: true } });
  });
}

/** What the desk says was wrong with an article as we showed it; "" takes it back. @returns false for no such article */
export function setCorrection(words: string, { slug, by, now }: By): Promise<boolean> {
  return changeArticle({ slug, by, now, act: "article.correct" }, (id, tx) => writeCorrection(id, words, now, tx));
}

/** The correction alone, in the transaction of another act. */
export async function writeCorrection(id: number, words: string, now: Date, tx: Tx): Promise<void> {
  const data = words === "" ? { correction: null, correctedAt: null } : { correction: words, correctedAt: now };
  await tx.article.update({ where: { id }, data, select: { id: true } });
}
