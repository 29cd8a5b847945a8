import { safeFetch } from "@/lib/platform/http/safe-fetch";
import { loadCatalogue } from "@/prisma/catalogue/load-catalogue";

const probesMax = 6;
const timeoutMs = 15_000;
const probeBytesMax = 10 * 1024 * 1024;

/** Whether at least one real publisher's feed answers within 15 s; a few titles far apart are asked, through the guarded fetcher. */
export async function probeFeeds(): Promise<boolean> {
  const titles = loadCatalogue();
  const stride = Math.max(1, Math.floor(titles.length / probesMax));
  const urls = titles.filter((_title, index) => index % stride === 0).flatMap((title) => title.feeds.slice(0, 1).map((feed) => feed.url));
  const probes = urls.slice(0, probesMax).map(async (url) => {
    const answer = await safeFetch(url, { maxBytes: probeBytesMax, timeoutMs });
    if (!answer.ok) throw new Error("unreachable");
    return true;
  });
  return Promise.any(probes).catch(() => false);
}
