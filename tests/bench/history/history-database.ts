import { rm } from "node:fs/promises";
import { createDb, sharedPool } from "@/lib/platform/db";
import { migrate } from "@/lib/platform/migrations/migrate";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import { adoptQueue, startQueue, stopQueue } from "@/lib/platform/queue";
import { makeTempFolder } from "@/lib/platform/temp-folder";

/** Starts a throw-away Postgres with our schema and queue and makes it the process's own; `closeClients` before `stop`. */
export async function startHistoryDatabase() {
  const dataDir = await makeTempFolder("broadsheet-history-");
  const server = await startEmbeddedPostgres({ dataDir, database: "history", volatile: true });
  await migrate(server.url);
  const db = createDb(server.url, 4);
  Object.assign(globalThis, { broadsheetDb: db });
  adoptQueue(await startQueue({ connectionString: server.url, isWorker: false, onError: () => undefined }));
  return {
    url: server.url,
    db,
    pool: sharedPool(),
    closeClients: async () => {
      await stopQueue();
      await db.$disconnect();
    },
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
