import { onForget } from "@/lib/platform/remember";
import { sendFault } from "./fault-page";
import { keepBriefly } from "./page-tags";
import type { PageView } from "./page-view";
import { type Reader, visitorReader } from "./reader";
import { sendPage } from "./send-page";

type Compose<Params> = (params: Params, reader: Reader) => Promise<PageView | null>;
type Handler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** A page that every visitor shares and Next keeps, by tag: made without a look at the request. */
export function keptRoute<Params>(compose: Compose<Params>): Handler<Params> {
  const made = new Set<string>();
  onForget(() => made.clear());
  return async (_request, { params }) => {
    const given = await params;
    const key = JSON.stringify(given);
    try {
      const page = await sendPage(await compose(given, visitorReader()));
      made.add(key);
      return page;
    } catch (cause) {
      // Next goes on serving the page it has kept when making it anew fails; without one, a page says what happened.
      if (made.has(key)) throw cause;
      await keepBriefly();
      return sendFault(cause);
    }
  };
}

const olderHeaders = { "cache-control": "public, max-age=0, s-maxage=60" };

/** An older page of a list: any cursor is an address, so we keep none of them; a proxy may, for a minute. */
export function olderRoute<Params>(compose: Compose<Params>): Handler<Params> {
  return async (_request, { params }) => {
    try {
      return await sendPage(await compose(await params, visitorReader()), olderHeaders);
    } catch (cause) {
      return sendFault(cause, { "cache-control": "no-store" });
    }
  };
}
