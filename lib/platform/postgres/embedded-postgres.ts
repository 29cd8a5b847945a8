import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { findFreePort } from "../free-port";
import { preparePostgresHome } from "./postgres-home";
import { choosePostgresUser, type RunAs } from "./run-as";
import { endProcess, explainLogFile, runToEnd, spawnServer, stopOrphan } from "./server-process";

export type EmbeddedPostgres = {
  /** Address of the application's database. */
  url: string;
  /** Address of another database on the same server. */
  urlOf: (database: string) => string;
  stop: () => Promise<void>;
};

const Settings = z.object({ password: z.string(), port: z.number() });
const user = "broadsheet";
const mib = 1024 * 1024;
/** What the server keeps of its tables in its own memory: an eighth of the machine's, within bounds. */
const sharedBuffersMb = Math.min(1_024, Math.max(128, Math.floor(os.totalmem() / 8 / mib)));

/**
 * Starts the real Postgres that comes from npm on `dataDir`, creating cluster and database when they are missing.
 *
 * @param options.volatile gives up crash safety for speed; for tests only
 * @throws Error in plain words (disk full, no server for this platform, did not start)
 */
export async function startEmbeddedPostgres(options: { dataDir: string; database: string; volatile?: boolean }): Promise<EmbeddedPostgres> {
  const runAs = await choosePostgresUser();
  await mkdir(path.join(options.dataDir, "logs"), { recursive: true });
  const { binDir, clusterDir } = await preparePostgresHome(options.dataDir, runAs);
  const settings = await readSettings(options.dataDir);
  if (!existsSync(path.join(clusterDir, "PG_VERSION"))) await initialise(binDir, clusterDir, settings.password, runAs);
  await stopOrphan(clusterDir);
  const logFile = path.join(options.dataDir, "logs", "postgres.log");
  const safety = options.volatile ? ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"] : [];
  const size = ["-c", "max_connections=200", "-c", `shared_buffers=${sharedBuffersMb}MB`];
  const args = ["-D", clusterDir, "-p", String(settings.port), "-h", "127.0.0.1", "-k", "", ...size, ...safety];
  const server = spawnServer(path.join(binDir, "postgres"), args, runAs, logFile);
  const urlOf = (database: string) => `postgresql://${user}:${settings.password}@127.0.0.1:${settings.port}/${database}`;
  await waitUntilReady(server, urlOf("postgres"), logFile);
  await ensureDatabase(urlOf("postgres"), options.database);
  return { url: urlOf(options.database), urlOf, stop: () => endProcess(server.pid ?? 0, ["SIGINT", "SIGQUIT"]) };
}

async function readSettings(dataDir: string): Promise<z.infer<typeof Settings>> {
  const file = path.join(dataDir, "postgres.json");
  const saved = existsSync(file) ? Settings.parse(JSON.parse(await readFile(file, "utf8"))) : null;
  const port = await findFreePort(saved?.port);
  const settings = { password: saved?.password ?? randomBytes(24).toString("hex"), port };
  await writeFile(file, JSON.stringify(settings), { mode: 0o600 });
  return settings;
}

async function initialise(binDir: string, clusterDir: string, password: string, runAs: RunAs): Promise<void> {
  const passwordFile = path.join(os.tmpdir(), `broadsheet-${randomBytes(8).toString("hex")}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs) await chown(passwordFile, runAs.uid, runAs.gid);
  const locale = ["-E", "UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const args = ["-D", clusterDir, "-U", user, "-A", "scram-sha-256", "--pwfile", passwordFile, ...locale];
  try {
    await runToEnd(path.join(binDir, "initdb"), args, runAs);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function waitUntilReady(server: ChildProcess, url: string, logFile: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (server.exitCode !== null) throw new Error(explainLogFile(logFile));
    const client = new pg.Client({ connectionString: url });
    const connected = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (connected) return;
    await delay(50);
  }
  throw new Error(`Postgres gave no answer within 30 s. ${explainLogFile(logFile)}`);
}

async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
