import path from "node:path";
import pg from "pg";
import { migrate } from "@/lib/platform/migrations/migrate";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import type { StartSettings } from "./settings";
import { StartError } from "./start-error";
import { openForWeb } from "./web-database";

/** `url` is the owner's, for migrations and the worker; `webUrl` the web's own user, who can read no licensed text by itself. */
export type StartedDatabase = { url: string; webUrl: string; where: string; words: string; stop: () => Promise<void> };

type OpenedDatabase = Omit<StartedDatabase, "webUrl">;

const oldestVersion = 150_000;

/** Opens the operator's Postgres, or starts the embedded one, and applies the migrations. @throws StartError */
export async function openDatabase(settings: StartSettings, authSecret: string): Promise<StartedDatabase> {
  const opened = settings.databaseUrl ? await openGiven(settings.databaseUrl) : await startOwn(settings.dataDir);
  try {
    const applied = await migrate(opened.url);
    const words = applied.length > 0 ? `${opened.words}, ${applied.length} migrations applied` : opened.words;
    const forWeb = await openForWeb({ ownerUrl: opened.url, isOurs: !settings.databaseUrl, webUrl: settings.databaseWebUrl, authSecret });
    return { ...opened, webUrl: forWeb.url, words: forWeb.isOwner ? `${words}; the web reads as its owner, see DATABASE_WEB_URL` : words };
  } catch (fault) {
    await opened.stop();
    throw new StartError(`The migrations could not be applied. ${fault instanceof Error ? fault.message.split("\n")[0] : ""}`);
  }
}

async function startOwn(dataDir: string): Promise<OpenedDatabase> {
  try {
    const server = await startEmbeddedPostgres({ dataDir, database: "broadsheet" });
    return { url: server.url, where: path.relative(process.cwd(), dataDir) || dataDir, words: "embedded Postgres", stop: server.stop };
  } catch (fault) {
    throw new StartError(fault instanceof Error ? fault.message : "The embedded Postgres did not start.");
  }
}

async function openGiven(url: string): Promise<OpenedDatabase> {
  const { host } = new URL(url);
  const version = await askVersion(url, host);
  if (version < oldestVersion) throw new StartError(`DATABASE_URL: the Postgres at ${host} is older than 15.`);
  return { url, where: `Postgres at ${host}`, words: `Postgres ${Math.floor(version / 10_000)} at ${host}`, stop: async () => undefined };
}

async function askVersion(url: string, host: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const answer = await client.query("SHOW server_version_num");
    return Number(answer.rows[0]?.server_version_num);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message || ("code" in fault ? String(fault.code) : "") : "";
    throw new StartError(
      `DATABASE_URL: no connection to ${host} (${reason}). Check the address, or unset it to use the embedded Postgres.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
