import { z } from "zod";
import { readPicture } from "@/lib/articles/media-queries";
import { mediaWidths } from "@/lib/core/media-href";

const Params = z.object({ hash: z.string().regex(/^[0-9a-f]{32}$/), width: z.coerce.number().pipe(z.literal(mediaWidths)) });

// The bytes of a picture never change: another picture has another hash. They are data, never a page.
const pictureHeaders = {
  "Content-Type": "image/webp",
  "Cache-Control": "public, max-age=31536000, immutable",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
};

/** A publisher's picture, re-encoded by us, in one of our widths. */
export async function GET(_request: Request, context: { params: Promise<{ hash: string; width: string }> }): Promise<Response> {
  const params = Params.safeParse(await context.params);
  const picture = params.success ? await readPicture(params.data.hash, params.data.width) : null;
  if (!picture)
    return new Response("No such picture.", { status: 404, headers: { "Content-Type": "text/plain", "Cache-Control": "no-store" } });
  return new Response(new Uint8Array(picture), { headers: pictureHeaders });
}
