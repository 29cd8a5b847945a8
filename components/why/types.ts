/** What was just said of a card: more or less like it, or that one of them was taken back. */
export type TasteDone = { taste: "more" | "less" | null; isUndone: boolean };
