import { sendFault } from "./fault-page";
import type { ComposedPage } from "./page-view";
import { type Reader, requestReader } from "./reader";
import { sendPage } from "./send-page";

type Compose<Params> = (params: Params, reader: Reader) => Promise<ComposedPage>;

/** Nobody but this reader may ever see it again, not even their own browser after they have signed out. */
const headers = { "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate" };

/** A page of the members' lane: composed for the session of this request. */
export function memberRoute<Params>(compose: Compose<Params>) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const view = await compose(await params, await requestReader(request));
      if (view && "movedTo" in view) return new Response(null, { status: 308, headers: { ...headers, location: view.movedTo } });
      return await sendPage(view, headers);
    } catch (cause) {
      return sendFault(cause, headers);
    }
  };
}
