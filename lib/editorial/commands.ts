import "server-only";
import { randomUUID } from "node:crypto";
import { requireEditor, type Staff } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import { notFound, refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { ok, type Result } from "@/lib/core/result";
import { forgetRemembered } from "@/lib/platform/remember";
import { actOnBoard, type BoardError, findBoard, restoreBoard } from "./board-store";
import { describeAct, describeStale } from "./describe-act";
import { PickForm, PublishForm, RestoreForm, RowForm } from "./desk-forms";
import { readDraft } from "./desk-queries";
import { findConflicts } from "./find-conflicts";
import { findList } from "./list-store";
import { findMeantArticle, findPickedArticles } from "./picked-article-store";
import { publishBoard } from "./publish-store";
import { readPickWords } from "./read-pick-form";
import { toBoardAct } from "./to-board-act";
import type { BoardAct, BoardEntry, DeskList } from "./types";

/** What an act on a board came to; `isRebased`: others had changed the list meanwhile, elsewhere on it. */
export type Acted = { list: string; seen: number; version: number; isRebased: boolean };

type Answer<Value> = Promise<Result<Value, StaffRefusal>>;

/** Moves, swaps, pins, unpins or removes a pick. */
export const actOnPick = (input: unknown): Answer<Acted> =>
  staffAct(requireEditor, RowForm, input, async (staff, form, now) => {
    const open = await openDraft(form.list, now);
    if (!open) return notFound;
    const act = toBoardAct(form);
    if (!act) return refuse("invalid", "Say where to.");
    return keepAct({ ...open, staff, seen: form.seen, act, now });
  });

/** Adds a pick, or changes one that is on the board. */
export const setPick = (input: unknown): Answer<Acted> =>
  staffAct(requireEditor, PickForm, input, async (staff, form, now) => {
    const open = await openDraft(form.list, now);
    if (!open) return notFound;
    const act = await (form.key === undefined ? toAdd(form, { ...open, staff, now }) : toEdit(form, { ...open, now }));
    return act.ok ? keepAct({ ...open, staff, seen: form.seen, act: act.value, now }) : act;
  });

type Open = { list: DeskList; entries: BoardEntry[]; now: Date };

async function toAdd(form: PickForm, { list, staff, now }: Open & { staff: Staff }): Answer<BoardAct> {
  const words = readPickWords(form, { list, before: null, now });
  if (!words.ok) return refuse("invalid", words.error);
  const articleId = await findMeantArticle(form.article ?? "");
  if (articleId === null)
    return refuse("invalid", "There is no such article in the paper. Paste its address, or pick it on the Find page.");
  return ok({ kind: "add", entry: { ...words.value, key: randomUUID(), articleId, editorName: staff.actor.name } });
}

async function toEdit(form: PickForm, { list, entries, now }: Open): Answer<BoardAct> {
  const before = await findEntry(form, entries);
  if (!before) return refuse("stale", "This pick is not on the list any more. What you typed was not kept: copy it before you leave.");
  const words = readPickWords(form, { list, before, now });
  return words.ok ? ok({ kind: "edit", key: before.key, words: words.value }) : refuse("invalid", words.error);
}

/** Shows readers the draft. @returns how many picks changed for them */
export const publishList = (input: unknown): Answer<{ list: string; changes: number }> =>
  staffAct(requireEditor, PublishForm, input, async (staff, form, now) => {
    const open = await openDraft(form.list, now);
    if (!open) return notFound;
    const articles = await findPickedArticles(open.entries.map(({ articleId }) => articleId));
    const conflicts = findConflicts({ entries: open.entries, articles, places: open.list.places, now });
    if (conflicts.length > 0 && !form.anyway)
      return refuse("conflict", `${conflicts[0]?.words ?? ""} Solve it, or say that the list is to be published all the same.`);
    const done = await publishBoard({ slug: form.list, seen: form.seen, by: staff.actor, now });
    if (!done.ok) return refuseBoard(done.error);
    forgetRemembered();
    return ok({ list: form.list, changes: done.value.changes });
  });

/** Goes back to a former version of a draft; what readers see stays until it is published. */
export const restoreList = (input: unknown): Answer<Acted> =>
  staffAct(requireEditor, RestoreForm, input, async (staff, form, now) => {
    const { list, seen, version } = form;
    const done = await restoreBoard({ slug: list, seen, version, by: staff.actor, now });
    return done.ok ? ok({ list, seen, ...done.value }) : refuseBoard(done.error);
  });

/** The pick as the editor saw it, even if another changed it since: the act itself then finds that out. */
async function findEntry({ list, seen, key }: PickForm, newest: readonly BoardEntry[]): Promise<BoardEntry | null> {
  const board = seen === 0 ? null : await findBoard(list, seen);
  const entries = board?.entries ?? newest;
  return newest.some((entry) => entry.key === key) ? (entries.find((entry) => entry.key === key) ?? null) : null;
}

async function openDraft(slug: string, now: Date): Promise<{ list: DeskList; entries: BoardEntry[] } | null> {
  const list = await findList(slug);
  return list && { list, entries: (await readDraft(list, now)).draft.entries };
}

type Ordered = { staff: Staff; list: DeskList; entries: readonly BoardEntry[]; seen: number; act: BoardAct; now: Date };

async function keepAct({ staff, list, entries, seen, act, now }: Ordered): Answer<Acted> {
  const idOf = (key: string) => entries.find((entry) => entry.key === key)?.articleId ?? 0;
  const ids = act.kind === "add" ? [act.entry.articleId] : [idOf(act.key), act.kind === "swap" ? idOf(act.otherKey) : 0];
  const articles = await findPickedArticles(ids);
  const [headline = "", other = ""] = ids.map((id) => articles.get(id)?.headline ?? "a pick");
  const words = describeAct(act, headline, other);
  const done = await actOnBoard({ slug: list.slug, seen, act, words, by: staff.actor, now });
  return done.ok ? ok({ list: list.slug, seen, ...done.value }) : refuseBoard(done.error);
}

function refuseBoard(error: BoardError): Result<never, StaffRefusal> {
  switch (error.kind) {
    case "not-found":
      return notFound;
    case "stale":
      return refuse("stale", describeStale(error.since));
    case "invalid":
      return refuse("invalid", error.words);
    default:
      return error satisfies never;
  }
}
