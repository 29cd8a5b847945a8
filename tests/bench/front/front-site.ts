import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startService } from "@/lib/cli/start/processes";
import { openForWeb } from "@/lib/cli/start/web-database";
import { createDb, sharedPool } from "@/lib/platform/db";
import { childEnv, env } from "@/lib/platform/env";
import { findFreePort } from "@/lib/platform/free-port";
import { migrate } from "@/lib/platform/migrations/migrate";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import type { PrismaClient } from "@/prisma/generated/client";
import { sendRaw } from "../../support/raw-request";
import { testSecret } from "../../support/test-secret";
import { fillStore, type StoreSize } from "../reads/fill-store";
import { fillReaders, type ReadersSize } from "./fill-readers";

/** A filled store behind the built web process, as `npm start` runs it, without a worker. */
export type FrontSite = { origin: string; db: PrismaClient; stop: () => Promise<void> };

/** Fills a store of its own and serves it. @throws Error when the web does not answer */
export async function startFrontSite(store: StoreSize, readers: ReadersSize): Promise<FrontSite> {
  const dataDir = await makeTempFolder("broadsheet-front-");
  await mkdir(path.join(dataDir, "logs"), { recursive: true });
  const server = await startEmbeddedPostgres({ dataDir, database: "front", volatile: true });
  Object.assign(env(), { AUTH_SECRET: testSecret, DATABASE_URL: server.url });
  await migrate(server.url);
  const db = createDb(server.url, 4);
  Object.assign(globalThis, { broadsheetDb: db });
  await fillStore(sharedPool(), store);
  await fillReaders(sharedPool(), store, readers);
  const web = await openForWeb({ ownerUrl: server.url, isOurs: true, webUrl: null, authSecret: testSecret });
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const service = startService({
    name: "web",
    script: "node_modules/next/dist/bin/next",
    args: ["start", "-p", String(port)],
    execArgv: ["follow-parent", "note-peer", "one-location"].flatMap((name) => ["--import", `./lib/cli/start/${name}.mjs`]),
    env: childEnv({
      NODE_ENV: "production",
      DATABASE_URL: web.url,
      PUBLIC_URL: origin,
      PORT: String(port),
      DATA_DIR: dataDir,
      AUTH_SECRET: testSecret,
      INTERNAL_TOKEN: testSecret,
      NEXT_TELEMETRY_DISABLED: "1",
    }),
    dataDir,
    onDeath: () => process.stderr.write("front: the web process ended by itself\n"),
  });
  const stop = async () => {
    await service.stop();
    await db.$disconnect();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const isUp = await sendRaw(origin, { path: "/api/health" }).then(
      (answer) => answer.status === 200,
      () => false,
    );
    if (isUp) return { origin, db, stop };
    await delay(100);
  }
  const log = await readFile(path.join(dataDir, "logs", "web.log"), "utf8");
  await stop();
  throw new Error(`The web process gave no answer.\n${log.slice(-2_000)}`);
}
