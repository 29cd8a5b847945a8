import { z } from "zod";
import type { TopicMark } from "./types";

/** An editor's word that an article is about a topic (`about`) or is not: by its name, or the address of its page. */
export const TopicAct = z.object({
  act: z.enum(["about", "not-about"]),
  slug: z.string().min(1).max(300),
  topic: z.string().trim().min(2, "Name a topic").max(300),
});

/** A topic of an article as the desk sees it. `isAbout` is false where an editor said that it is not about it. */
export type DeskTopic = TopicMark & { isDecided: boolean; isAbout: boolean };
