import { type Conn, db } from "@/lib/platform/db";
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
  const found = await conn.readerSettings.findUnique({ where: { userId }, omit: { userId: true, learnedUntil: true } });
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
