import type { TopicKind } from "@/lib/topics/types";

/** What a topic is, in a word; nothing where it is neither person, place nor organisation. */
export const kindWords: Record<TopicKind, string | null> = { person: "Person", place: "Place", organisation: "Organisation", term: null };
