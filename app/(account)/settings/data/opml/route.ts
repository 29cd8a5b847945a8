import { seeOther } from "@/app/_parts/see-other";
import { exportFeeds } from "@/lib/accounts/export-queries";
import { product } from "@/lib/core/product";
import { writeOpml } from "@/lib/syndication/write-opml";
import { refusalPath } from "../../../_parts/take-command";

/** The feeds of the titles that whoever asks has read, as OPML 2.0. */
export async function GET(): Promise<Response> {
  const feeds = await exportFeeds();
  if (!feeds.ok) return seeOther(refusalPath(feeds.error.kind, "/settings/data", null));
  return new Response(writeOpml(`Titles read at ${product.name}`, feeds.value, new Date()), {
    headers: {
      "Content-Type": "text/x-opml; charset=utf-8",
      "Content-Disposition": 'attachment; filename="broadsheet-titles.opml"',
      "Cache-Control": "private, no-store",
    },
  });
}
