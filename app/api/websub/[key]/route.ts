import { readStream } from "@/lib/core/read-stream";
import { acceptPush, answerHub } from "@/lib/feeds/hub-commands";

type Context = { params: Promise<{ key: string }> };

/** As large as a feed may be. */
const bodyBytesMax = 10 * 1_048_576;

/** A hub verifies a subscription that it was asked for, or denies it (W3C WebSub section 5.3). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const reply = await answerHub((await params).key, {
    mode: asked.get("hub.mode"),
    topic: asked.get("hub.topic"),
    challenge: asked.get("hub.challenge"),
    leaseSeconds: asked.get("hub.lease_seconds"),
    reason: asked.get("hub.reason"),
  });
  if (reply.kind === "unknown") return new Response(null, { status: 404 });
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff" };
  return new Response(reply.kind === "confirmed" ? reply.challenge : null, { headers });
}

/** A hub pushes what is new; a hint to poll, whose content is not used (section 7). */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const signature = request.headers.get("x-hub-signature");
  const taken = await acceptPush((await params).key, signature, () => readStream(request.body, bodyBytesMax));
  const status = { taken: 202, unsubscribed: 410, "too-large": 413 }[taken];
  return new Response(null, { status });
}
