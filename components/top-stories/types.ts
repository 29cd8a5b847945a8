import type { Section } from "@/lib/articles/sections";
import type { TopPlaceView } from "@/lib/stories/types";

/** A whole list of top stories, and the lists beside it; `section` is null for all of them. */
export type TopView = {
  edition: string;
  /** Languages that have a list, and the editions of this one's language. */
  languages: readonly string[];
  editions: readonly string[];
  section: Section | null;
  places: TopPlaceView[];
};
