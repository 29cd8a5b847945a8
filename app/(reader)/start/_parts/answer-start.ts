import { readStart, type StartRequest } from "@/lib/reading/onboarding-queries";
import type { StartView } from "@/lib/reading/onboarding-types";
import { sendFault } from "../../_parts/fault-page";
import { type Reader, requestReader } from "../../_parts/reader";

/** Made for one browser's choices: nobody keeps it, nobody lists it. */
export const startHeaders = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };

/** Reads what a request picks, for whoever asks, and answers with what `answer` makes of it. */
export async function answerStart(
  request: Request,
  answer: (view: StartView, reader: Reader, query: URLSearchParams) => Promise<Response>,
): Promise<Response> {
  try {
    const { searchParams: query } = new URL(request.url);
    const reader = await requestReader(request);
    const asked: StartRequest = { viewer: reader.viewer, now: reader.now, query, acceptLanguage: request.headers.get("accept-language") };
    return await answer(await readStart(asked), reader, query);
  } catch (cause) {
    return sendFault(cause, startHeaders);
  }
}
