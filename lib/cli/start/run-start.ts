import { mkdir } from "node:fs/promises";
import path from "node:path";
import { product } from "@/lib/core/product";
import { buildIfChanged } from "./build";
import { claimDataDir } from "./data-lock";
import { openDatabase, type StartedDatabase } from "./database";
import { openNewsroom, type StartedNewsroom } from "./newsroom";
import { probeFeeds } from "./probe-feeds";
import { say, step } from "./progress";
import { readSecrets, type Secrets } from "./secrets";
import { startServices } from "./services";
import { checkMachine, readSettings, type StartSettings } from "./settings";
import { createShutdown, type Shutdown } from "./shutdown";
import { loadTitles, waitForFirstArticles } from "./titles";

/**
 * Brings up the whole of Broadsheet: database, migrations, catalogue, newsroom, web and worker.
 * Resolves when it is ready; the process then lives until it is told to stop.
 *
 * @throws StartError in one plain line; whatever had been started is stopped again
 */
export async function runStart(flags: string[]): Promise<void> {
  const settings = readSettings(flags);
  const shutdown = createShutdown();
  try {
    shutdown.onStop(await claimDataDir(settings.dataDir, settings.publicUrl));
    await checkMachine(settings);
    await bringUp(settings, shutdown);
  } catch (fault) {
    await shutdown.run();
    throw fault;
  }
}

async function bringUp(settings: StartSettings, shutdown: Shutdown): Promise<void> {
  say(`${product.name}`);
  await mkdir(path.join(settings.dataDir, "logs"), { recursive: true });
  const secrets = await readSecrets(settings.dataDir);
  const probe = settings.mode === "demo" ? Promise.resolve(false) : probeFeeds();
  const database = await step(
    "Database",
    () => openDatabase(settings, secrets.authSecret),
    (opened) => opened.words,
  );
  shutdown.onStop(database.stop);
  const newsroom = settings.hasSamplePartners
    ? await step(
        "Newsroom",
        () => openNewsroom(settings),
        (opened) => opened.words,
      )
    : null;
  if (newsroom) shutdown.onStop(newsroom.stop);
  await step(
    "Catalogue",
    () => loadTitles(database.url, newsroom, secrets),
    (loaded) => loaded.words,
  );
  if (settings.mode !== "dev")
    await step(
      "Build",
      () => buildIfChanged(settings.dataDir),
      (built) => (built ? "built" : "up to date"),
    );
  const services = await step(
    "Web and worker",
    () => startServices({ settings, secrets, database, newsroom, shutdown }),
    () => "answering",
  );
  void announceProbe(probe, settings, services.widenScope);
  if (newsroom)
    await step(
      "First articles",
      () => waitForFirstArticles(database.url),
      (count) => `${count} articles`,
    );
  sayReady(settings, secrets, database, newsroom);
}

async function announceProbe(probe: Promise<boolean>, settings: StartSettings, widenScope: () => void): Promise<void> {
  if (await probe) widenScope();
  else if (settings.mode !== "demo") say("  No publisher's feed could be reached within 15 s: going on with the newsroom alone.");
}

/** Where mails go: the mail server's address without its password, or the folder, which a demo shows on a page. */
function mailWords({ smtpUrl, dataDir, mode, publicUrl }: StartSettings): string {
  if (smtpUrl) return `sent through ${new URL(smtpUrl).host}`;
  const folder = path.relative(process.cwd(), path.join(dataDir, "outbox"));
  return mode === "demo" ? `kept in ${folder}, to be read at ${new URL("/outbox", publicUrl)}` : `kept in ${folder}`;
}

function sayReady(settings: StartSettings, secrets: Secrets, database: StartedDatabase, newsroom: StartedNewsroom | null): void {
  say("");
  say(`Broadsheet is ready at ${settings.publicUrl}`);
  if (newsroom) {
    say("  Accounts   reader@ (free, trial over), subscriber@, editor@, admin@, publisher@broadsheet.example");
    say(`  Password   ${secrets.demoPassword} (made for this install, the same for all five)`);
  }
  say(`  Data       ${database.where}`);
  say(`  Mail       ${mailWords(settings)}`);
  say("  Ctrl-C stops everything.");
}
