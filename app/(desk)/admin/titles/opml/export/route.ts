import { sendPage } from "@/app/(reader)/_parts/send-page";
import { product } from "@/lib/core/product";
import { listAllFeeds } from "@/lib/feeds/title-queries";
import { writeOpml } from "@/lib/syndication/write-opml";

/** Every feed that is read, as OPML; for anyone but an admin it is not there. */
export async function GET(): Promise<Response> {
  const feeds = await listAllFeeds();
  if (!feeds) return sendPage(null, { "cache-control": "private, no-store" });
  return new Response(writeOpml(`The feeds of ${product.name}`, feeds, new Date()), {
    headers: {
      "content-type": "text/x-opml; charset=utf-8",
      "content-disposition": 'attachment; filename="broadsheet.opml"',
      "cache-control": "private, no-store",
    },
  });
}
