import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { editionLengths, type ReaderSettings, type SettingsChange } from "./types";

/** How a reader wants the paper who has said nothing yet. */
const defaultSettings: ReaderSettings = {
  isPersonal: true,
  keepsHistory: true,
  country: null,
  languages: [],
  timeZone: "UTC",
  blockOrder: [],
  editionMinutes: 12,
  editionHours: [7],
  onboardedAt: null,
  changedAt: null,
};

/** How this reader wants the paper. */
export async function findReaderSettings(userId: string, conn: Conn = db): Promise<ReaderSettings> {
  return readSettings(await conn.readerSettings.findUnique({ where: { userId }, omit: { userId: true, learnedUntil: true } }));
}

/** What the row of a reader's settings says; null for a reader who has none yet. */
export type SettingsRecord = Omit<ReaderSettings, "editionMinutes"> & { editionMinutes: number };

/** Columns of `reader_settings s` as {@link SettingsRecord} names them, for a statement that reads more of a reader at once. */
export const settingsColumns = Prisma.sql`s.is_personal AS "isPersonal", s.keeps_history AS "keepsHistory", s.country::text AS country,
  COALESCE(s.languages, '{}') AS languages, s.time_zone AS "timeZone", COALESCE(s.block_order, '{}') AS "blockOrder",
  s.edition_minutes AS "editionMinutes", COALESCE(s.edition_hours, '{}') AS "editionHours", s.onboarded_at AS "onboardedAt", s.changed_at AS "changedAt"`;

/** Settings by their row. */
export function readSettings(found: SettingsRecord | null): ReaderSettings {
  if (!found) return defaultSettings;
  return { ...found, editionMinutes: editionLengths.find((minutes) => minutes === found.editionMinutes) ?? defaultSettings.editionMinutes };
}

/** Changes what is named, keeps the rest, and makes every order made before `now` out of date. */
export async function saveReaderSettings(userId: string, change: SettingsChange, now: Date, conn: Conn = db): Promise<void> {
  const data = { ...change, changedAt: now };
  await conn.readerSettings.upsert({ where: { userId }, create: { userId, ...data }, update: data, select: { userId: true } });
}

/** Says that something which orders this reader's pages has changed: a follow, a mute, a weight. */
export async function touchReader(userId: string, now: Date, conn: Conn = db): Promise<void> {
  await saveReaderSettings(userId, {}, now, conn);
}
