import { z } from "zod";
import type { TitleFilter } from "@/lib/feeds/title-filter";
import { standings, walls } from "@/lib/feeds/title-types";

const Query = z.object({
  q: z.string().trim().max(100).catch(""),
  state: z.enum(standings).or(z.literal("")).catch(""),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .or(z.literal(""))
    .catch(""),
  wall: z.enum(walls).or(z.literal("")).catch(""),
  after: z
    .string()
    .regex(/^\d{1,9} /)
    .catch(""),
});

/** What an address narrows the list of titles by; anything odd in it narrows nothing. */
export function readTitleFilter(query: URLSearchParams): {
  filter: TitleFilter;
  asked: { q: string; state: string; country: string; wall: string };
} {
  const { after, ...asked } = Query.parse(Object.fromEntries(query));
  const [id = ""] = after.split(" ", 1);
  const place = after === "" ? null : { id: Number(id), name: after.slice(id.length + 1) };
  const filter = {
    words: asked.q || null,
    standing: asked.state || null,
    country: asked.country || null,
    wall: asked.wall || null,
    after: place,
  };
  return { filter, asked };
}
