import type { MuteFacts } from "@/lib/entitlements/mute-types";

/** Something with an article behind it that may be muted, such as a card or a link by its headline. `id` is the article's. */
export type MuteSubject = { id: number } & Omit<MuteFacts, "authorIds" | "topicIds">;
