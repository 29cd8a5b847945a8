import { seeOther } from "@/app/_parts/see-other";
import { sendFault } from "./fault-page";
import type { ComposedPage } from "./page-view";
import { type Reader, requestReader } from "./reader";
import { sendPage } from "./send-page";

/** Whoever is signed in. */
export type OwnReader = Reader & { viewer: Extract<Reader["viewer"], { kind: "account" }> };

type Compose<Params> = (params: Params, reader: OwnReader, query: URLSearchParams) => Promise<ComposedPage>;

const headers = { "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate", "x-robots-tag": "noindex" };

/** A page of the reader's own, such as what they saved: a visitor is led to sign in and back. */
export function ownRoute<Params>(compose: Compose<Params>) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const { pathname, search, searchParams } = new URL(request.url);
      const reader = await requestReader(request);
      const { viewer } = reader;
      if (viewer.kind !== "account") return seeOther(`/sign-in?${new URLSearchParams({ returnTo: `${pathname}${search}` })}`);
      const view = await compose(await params, { ...reader, viewer }, searchParams);
      if (view && "movedTo" in view) return new Response(null, { status: 308, headers: { ...headers, location: view.movedTo } });
      return await sendPage(view, headers);
    } catch (cause) {
      return sendFault(cause, headers);
    }
  };
}
