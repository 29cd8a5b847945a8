import { rm } from "node:fs/promises";
import { createDb } from "@/lib/platform/db";
import { migrate } from "@/lib/platform/migrations/migrate";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import { startQueue } from "@/lib/platform/queue";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import type { PrismaClient } from "@/prisma/generated/client";
import type { Behaviour } from "./types";

/** A throw-away Postgres with our schema and queues. */
export async function startPoliteDatabase(): Promise<{ url: string; db: PrismaClient; stop: () => Promise<void> }> {
  const dataDir = await makeTempFolder("broadsheet-polite-");
  const server = await startEmbeddedPostgres({ dataDir, database: "polite", volatile: true });
  await migrate(server.url);
  const queue = await startQueue({ connectionString: server.url, isWorker: false, onError: () => undefined });
  await queue.stop({ graceful: false });
  const db = createDb(server.url, 2);
  return {
    url: server.url,
    db,
    stop: async () => {
      await db.$disconnect();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Stores each behaviour's feed, due at once; feeds of one host belong to one publisher. */
export async function storeFeeds(
  behaviours: readonly Behaviour[],
  urlOf: (behaviour: Behaviour) => string,
  startedAt: Date,
  db: PrismaClient,
) {
  for (const behaviour of behaviours) {
    const slug = `paper-${behaviour.host}`;
    const { id } = await db.publisher.upsert({
      where: { slug },
      create: { slug, name: slug, homeUrl: `https://${slug}.example/`, country: "GB", language: "en-GB", editions: [], ...look },
      update: {},
    });
    const { addedBy = "catalogue", minIntervalSec = null, maxIntervalSec = null } = behaviour;
    await db.feed.create({
      data: { publisherId: id, url: urlOf(behaviour), section: "top", addedBy, minIntervalSec, maxIntervalSec, nextPollAt: startedAt },
    });
  }
}

const look = { colour: "#1d3b53", initials: "P", licence: "headline", wall: "open" } as const;
