import { noteHidden } from "@/lib/entitlements/hidden-tally";
import { hasMuted, mutedBy } from "@/lib/entitlements/may-show";
import type { Mute, OwnAddress } from "@/lib/entitlements/mute-types";
import type { Viewer } from "@/lib/entitlements/types";
import { type Conn, db } from "@/lib/platform/db";
import type { CardRow } from "./card-row";
import { listMuteTies, type MuteTies } from "./mute-facts-store";
import type { MuteSubject } from "./mute-subject";

/** What a list may say of muting: whose page it is, and what else would be read with a row. */
export type MuteScope = { own?: OwnAddress | null; wordsWith?: (row: CardRow) => readonly string[] };

/**
 * The rows that a reader has not muted, in the same order; what is left out is noted for the page. The one door of lists:
 * mail, search, push and sync come through it as pages do.
 */
export async function withoutMuted(rows: readonly CardRow[], viewer: Viewer, now: Date, scope: MuteScope = {}): Promise<CardRow[]> {
  const mutes = await findMutes(rows, viewer, now, scope);
  noteHidden(
    viewer,
    "article",
    rows.filter((_row, index) => mutes[index]).map((row) => row.id),
  );
  return rows.filter((_row, index) => !mutes[index]);
}

/** The mute that hides each of these rows; null where none does. One query, and only for a reader who muted authors or topics. */
export function findMutes(
  rows: readonly CardRow[],
  viewer: Viewer,
  now: Date,
  { own = null, wordsWith }: MuteScope = {},
): Promise<(Mute | null)[]> {
  const words = wordsWith ? rows.map(wordsWith) : [];
  return hasMutes(viewer) ? judge({ subjects: rows.map(subjectOf), words, own }, viewer, now) : Promise.resolve(rows.map(() => null));
}

/** As {@link findMutes}, of whatever else has an article behind it. */
export function findMutesOf(subjects: readonly MuteSubject[], viewer: Viewer, now: Date): Promise<(Mute | null)[]> {
  return hasMutes(viewer) ? judge({ subjects, words: [], own: null }, viewer, now) : Promise.resolve(subjects.map(() => null));
}

type Question = { subjects: readonly MuteSubject[]; words: readonly (readonly string[])[]; own: OwnAddress | null };

async function judge({ subjects, words, own }: Question, viewer: Viewer, now: Date): Promise<(Mute | null)[]> {
  const ties = hasMuted(viewer, ["author", "topic"]) ? await tiesOf(subjects, db) : new Map<number, MuteTies>();
  return subjects.map((subject, index) => {
    const more = words[index] ?? [];
    const texts = more.length === 0 ? subject.texts : [...subject.texts, ...more];
    return mutedBy(viewer, { ...(ties.get(subject.id) ?? noTies), ...subject, texts }, now, own);
  });
}

/** Whether this viewer has muted anything at all: else no list need be looked through. */
export const hasMutes = (viewer: Viewer): boolean => viewer.kind === "account" && viewer.mutes.length > 0;

const noTies: MuteTies = { authorIds: [], topicIds: [] };

// Card rows are shared by all readers for some seconds, and so is what is known of them.
const knownSubjects = new WeakMap<CardRow, MuteSubject>();
const knownTies = new WeakMap<MuteSubject, MuteTies>();

function subjectOf(row: CardRow): MuteSubject {
  const known = knownSubjects.get(row);
  if (known) return known;
  const { picture } = row;
  const subject = {
    id: row.id,
    publisherId: row.policy.publisherId,
    storyId: row.storyId,
    language: row.language,
    texts: [row.headline, row.standfirst, row.byline, ...(picture ? [picture.alt, picture.caption, picture.credit] : [])],
  };
  knownSubjects.set(row, subject);
  return subject;
}

async function tiesOf(asked: readonly MuteSubject[], conn: Conn): Promise<Map<number, MuteTies>> {
  const unknown = asked.filter((subject) => !knownTies.has(subject));
  const found = unknown.length === 0 ? new Map<number, MuteTies>() : await listMuteTies([...new Set(unknown.map(({ id }) => id))], conn);
  for (const subject of unknown) knownTies.set(subject, found.get(subject.id) ?? noTies);
  return new Map(asked.map((subject) => [subject.id, knownTies.get(subject) ?? noTies]));
}
