import { acceptEvent } from "@/lib/billing/webhook-commands";
import { readStream } from "@/lib/core/read-stream";

type Context = { params: Promise<{ provider: string }> };

const bodyBytesMax = 256 * 1024;
/** Where each provider puts its signature. */
const signatureHeaders = ["stripe-signature", "sandbox-signature"];

/** The payment provider tells that something happened; any answer but 2xx makes it tell again. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const bytes = await readStream(request.body, bodyBytesMax);
  if (bytes === null) return new Response(null, { status: 413 });
  const signature = signatureHeaders.map((name) => request.headers.get(name)).find((value) => value !== null) ?? null;
  const reply = await acceptEvent((await params).provider, new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), signature);
  const status = { taken: 200, duplicate: 200, refused: 400, unknown: 404, away: 503 }[reply];
  return new Response(null, { status });
}
