import { z } from "zod";
import { readPicture } from "@/lib/articles/media-queries";
import { mediaWidths } from "@/lib/core/media-href";
import { choosePictureFormat, holdsEtag } from "./negotiate-picture";

const Params = z.object({ hash: z.string().regex(/^[0-9a-f]{32}$/), width: z.coerce.number().pipe(z.literal(mediaWidths)) });

// Data, never a page: opened by itself it may do nothing. It also stands in mails and other readers' pages.
const always = {
  "Content-Security-Policy": "default-src 'none'; form-action 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "cross-origin",
  Vary: "Accept",
};

// The bytes of a picture never change: another picture has another address.
const forEver = "public, max-age=31536000, immutable";

/** A publisher's picture, re-encoded by us, in one of our widths. */
export async function GET(request: Request, context: { params: Promise<{ hash: string; width: string }> }): Promise<Response> {
  const params = Params.safeParse(await context.params);
  if (!params.success) return refuse(404, "public, max-age=3600");
  const format = choosePictureFormat(request.headers.get("accept"));
  const known = request.headers.get("if-none-match");
  const answer = await readPicture({ ...params.data, format, isKnown: (etag) => holdsEtag(known, etag) }, new Date());
  switch (answer.kind) {
    case "held":
      return new Response(new Uint8Array(answer.bytes), {
        headers: { ...always, "Content-Type": `image/${answer.format}`, "Cache-Control": forEver, ETag: answer.etag },
      });
    case "unchanged":
      return new Response(null, { status: 304, headers: { ...always, "Cache-Control": forEver, ETag: answer.etag } });
    case "none":
      return refuse(404, "public, max-age=300");
    case "late":
      return refuse(503, "no-store", { "Retry-After": "30" });
    default:
      return answer satisfies never;
  }
}

function refuse(status: number, cacheControl: string, more: Record<string, string> = {}): Response {
  const headers = { ...always, ...more, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": cacheControl };
  return new Response("No such picture.", { status, headers });
}
