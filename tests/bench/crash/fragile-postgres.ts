import { setTimeout as delay } from "node:timers/promises";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import { isAlive } from "@/lib/platform/postgres/server-process";
import { findListener } from "../pages/process-cpu";

/** A database server that can be torn away and comes back on the same port with the same files. */
export type FragilePostgres = { url: string; restart: () => Promise<void>; stop: () => Promise<void> };

/** Starts one with its full crash safety. */
export async function startFragilePostgres(dataDir: string): Promise<FragilePostgres> {
  let server = await startEmbeddedPostgres({ dataDir, database: "crash" });
  const url = server.url;
  return {
    url,
    restart: async () => {
      const pid = findListener(Number(new URL(url).port));
      if (pid === null) throw new Error("the database server was not found");
      // SIGQUIT is Postgres' immediate shutdown: no checkpoint, recovery at the next start.
      process.kill(pid, "SIGQUIT");
      while (isAlive(pid)) await delay(20);
      server = await startEmbeddedPostgres({ dataDir, database: "crash" });
      if (server.url !== url) throw new Error("the database server came back elsewhere");
    },
    stop: () => server.stop(),
  };
}
