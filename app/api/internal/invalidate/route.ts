import { revalidateTag } from "next/cache";
import { z } from "zod";
import { acceptChange } from "@/lib/articles/commands";

const Body = z.strictObject({
  tags: z
    .array(z.string().regex(/^[a-z-]+(:[\w.-]{1,120})?$/))
    .min(1)
    .max(2_000),
});

/**
 * Drops the kept visitor pages that carry any of the tags; the worker's way to say that something changed.
 * Only for the holder of the install's internal token.
 */
export async function POST(request: Request): Promise<Response> {
  if (!acceptChange(request.headers.get("authorization"))) return new Response(null, { status: 404 });
  const body = Body.safeParse(await request.json().catch(() => null));
  if (!body.success) return Response.json({ error: 'Send {"tags": ["front", "article:1"]}.' }, { status: 400 });
  // Expired at once rather than served stale once more: a correction or takedown must not be seen after it is made.
  for (const tag of body.data.tags) revalidateTag(tag, { expire: 0 });
  return Response.json({ invalidated: body.data.tags.length });
}
