/** How a story's versions stand: the newest first, or by the countries of their titles. */
export type StoryOrder = "time" | "country";
