import { setTimeout as delay } from "node:timers/promises";
import { ensureDemoAccounts } from "@/lib/accounts/demo-accounts-store";
import { loadPublishers } from "@/lib/feeds/catalogue-store";
import { countArrived } from "@/lib/feeds/store";
import { createDb } from "@/lib/platform/db";
import { loadCatalogue } from "@/prisma/catalogue/load-catalogue";
import type { PrismaClient } from "@/prisma/generated/client";
import { newsroomCatalogue } from "@/prisma/newsroom/newsroom-catalogue";
import type { StartedNewsroom } from "./newsroom";
import type { Secrets } from "./secrets";

const arrivalMaxMs = 60_000;

/** Writes the catalogue, and with a newsroom its titles and the demo accounts, into the database. */
export async function loadTitles(databaseUrl: string, newsroom: StartedNewsroom | null, secrets: Secrets): Promise<{ words: string }> {
  return withDb(databaseUrl, async (db) => {
    const catalogue = loadCatalogue();
    await loadPublishers({ catalogue, sample: newsroom ? newsroomCatalogue(newsroom.origin) : null }, db);
    if (newsroom) await ensureDemoAccounts(secrets.demoPassword, new Date(), db);
    return { words: `${catalogue.length} titles` };
  });
}

/** Waits until every feed of the newsroom has been read once, at most a minute. @returns articles stored so far */
export async function waitForFirstArticles(databaseUrl: string): Promise<number> {
  return withDb(databaseUrl, async (db) => {
    const giveUpAt = performance.now() + arrivalMaxMs;
    while (performance.now() < giveUpAt) {
      const { waitingFeeds, articles } = await countArrived(db);
      if (waitingFeeds === 0) return articles;
      await delay(250);
    }
    return (await countArrived(db)).articles;
  });
}

async function withDb<T>(url: string, work: (db: PrismaClient) => Promise<T>): Promise<T> {
  const db = createDb(url, 2);
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}
