import { z } from "zod";

/** What decides whether a viewer may open another article of a card's story; embargo and withdrawal are read live. */
const CardAlternate = z.object({
  id: z.int(),
  publisherId: z.int(),
  access: z.enum(["open", "registered", "metered", "lead_in", "paid"]),
  licence: z.enum(["partner", "feed", "headline"]),
});

export type CardAlternate = z.infer<typeof CardAlternate>;

/** The alternates as the story's row keeps them; what no version of ours wrote is none. */
export function readAlternates(stored: unknown): CardAlternate[] {
  if (stored === null || stored === undefined) return [];
  const read = z.array(CardAlternate).safeParse(stored);
  return read.success ? read.data : [];
}
