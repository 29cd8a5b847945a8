import type { ArticleCard } from "@/lib/articles/types";
import type { EditionSlot } from "@/lib/ranking/edition-slot";
import type { OwnEdition } from "@/lib/ranking/edition-types";

const partWords: Record<EditionSlot["part"], string> = {
  morning: "Your morning edition",
  midday: "Your midday edition",
  evening: "Your evening edition",
  night: "Your late edition",
};

/** The name of an edition by the part of the reader's day that it was made for. */
export const editionName = (part: EditionSlot["part"]): string => partWords[part];

/** "6 stories from 5 titles in 4 countries, 12 minutes in all." */
export function contentsWords({ cards, countryCount }: Pick<OwnEdition, "cards" | "countryCount">): string {
  const titles = new Set(cards.map((card) => card.publisher.slug)).size;
  const where = countryCount > 1 ? ` in ${countryCount} countries` : "";
  return `${count(cards.length, "story", "stories")} from ${count(titles, "title", "titles")}${where}, ${count(minutesOf(cards), "minute", "minutes")} in all.`;
}

/** What is left to read of an edition: how many stories, and minutes. */
export function leftOf(cards: readonly ArticleCard[]): { stories: number; minutes: number } {
  const left = cards.filter((card) => card.mine?.state !== "read");
  return { stories: left.length, minutes: minutesOf(left) };
}

/** "2 of 6 read, 8 minutes left." */
export function progressWords(cards: readonly ArticleCard[]): string {
  const left = leftOf(cards);
  return `${cards.length - left.stories} of ${cards.length} read, ${count(left.minutes, "minute", "minutes")} left.`;
}

/** "tomorrow at 07:00", "today at 18:00" or "on Monday at 07:00", by the reader's clock. */
export function nextWords(nextAt: Date, timeZone: string, now: Date): string {
  const time = nextAt.toLocaleTimeString("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  const dayOf = (at: Date) => at.toLocaleDateString("en-CA", { timeZone });
  if (dayOf(nextAt) === dayOf(now)) return `today at ${time}`;
  if (nextAt.getTime() - now.getTime() < 36 * 3_600_000) return `tomorrow at ${time}`;
  return `on ${nextAt.toLocaleDateString("en-GB", { timeZone, weekday: "long" })} at ${time}`;
}

const minutesOf = (cards: readonly ArticleCard[]): number => cards.reduce((sum, card) => sum + Math.max(1, card.readingMinutes), 0);

const count = (number: number, one: string, many: string): string => `${number}\u00a0${number === 1 ? one : many}`;
