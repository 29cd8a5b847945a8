import { sendFault } from "./fault-page";
import type { ComposedPage } from "./page-view";
import { type Reader, visitorReader } from "./reader";
import { sendPage } from "./send-page";

type Compose<Params> = (params: Params, reader: Reader) => Promise<ComposedPage>;

/** Any proxy may keep it for a minute, since nobody tells it of a change. */
const headers = { "cache-control": "public, max-age=0, s-maxage=60" };

/** An older page of a list for visitors: any cursor is an address, so we keep none of them. */
export function olderRoute<Params>(compose: Compose<Params>) {
  return async (_request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const view = await compose(await params, visitorReader());
      if (view && "movedTo" in view) return new Response(null, { status: 308, headers: { ...headers, location: view.movedTo } });
      return await sendPage(view, headers);
    } catch (cause) {
      return sendFault(cause, { "cache-control": "no-store" });
    }
  };
}
