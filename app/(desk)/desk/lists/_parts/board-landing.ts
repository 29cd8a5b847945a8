import type { Acted } from "@/lib/editorial/commands";

/** Back to the board; after an act that was done beside others', to one that says what they did. */
export const boardLanding = ({ list, seen, isRebased }: Acted): string | null =>
  isRebased ? `/desk/lists/${list}?${new URLSearchParams({ since: String(seen) })}` : null;
