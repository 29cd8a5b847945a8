import { setTimeout as delay } from "node:timers/promises";
import { workerFlags, workerMalloc } from "@/lib/jobs/worker-flags";
import { childEnv, givenSettings } from "@/lib/platform/env";
import { bundleWorker } from "./bundle-worker";
import type { StartedDatabase } from "./database";
import type { StartedNewsroom } from "./newsroom";
import { type Service, startService } from "./processes";
import type { Secrets } from "./secrets";
import type { StartSettings } from "./settings";
import type { Shutdown } from "./shutdown";
import { StartError } from "./start-error";

type Parts = { settings: StartSettings; secrets: Secrets; database: StartedDatabase; newsroom: StartedNewsroom | null; shutdown: Shutdown };

/**
 * Starts the web process and the worker and waits until the web answers.
 *
 * @returns `widenScope`, which lets the worker poll the whole catalogue, not the newsroom alone
 */
export async function startServices(parts: Parts): Promise<{ widenScope: () => void }> {
  const env = serviceEnv(parts);
  const web = startWeb(parts, { ...env, DATABASE_URL: parts.database.webUrl });
  parts.shutdown.onStop(web.stop);
  await waitForWeb(parts.settings, web);
  const worker = keepWorker(parts, env);
  parts.shutdown.onStop(worker.stop);
  return { widenScope: worker.widenScope };
}

function serviceEnv({ settings, secrets, database }: Parts): NodeJS.ProcessEnv {
  return childEnv({
    SETTINGS_GIVEN: givenSettings(),
    NODE_ENV: settings.mode === "dev" ? "development" : "production",
    DATABASE_URL: database.url,
    PUBLIC_URL: settings.publicUrl,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    AUTH_SECRET: secrets.authSecret,
    INTERNAL_TOKEN: secrets.internalToken,
    NEXT_TELEMETRY_DISABLED: "1",
    ...(settings.mode === "demo" && { DEMO: "on" }),
  });
}

function startWeb({ settings, shutdown }: Parts, env: NodeJS.ProcessEnv): Service {
  return startService({
    name: "web",
    script: "node_modules/next/dist/bin/next",
    args: [settings.mode === "dev" ? "dev" : "start", "-p", String(settings.port)],
    execArgv: ["follow-parent", "note-peer", "one-location"].flatMap((name) => ["--import", `./lib/cli/start/${name}.mjs`]),
    env,
    dataDir: settings.dataDir,
    onDeath: (words) => shutdown.exit(1, `The web process ended by itself: ${words}\nStopping …`),
  });
}

async function waitForWeb(settings: StartSettings, web: Service): Promise<void> {
  const address = `http://127.0.0.1:${settings.port}/api/health`;
  for (let attempt = 0; attempt < 600; attempt++) {
    if (web.child.exitCode !== null) throw new StartError(`The web process did not start; see ${settings.dataDir}/logs/web.log.`);
    // Our own process on the loopback address, before anything else can ask it: not a way out of the machine.
    const isUp = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await delay(100);
  }
  throw new StartError(`The web process gave no answer within 60 s; see ${settings.dataDir}/logs/web.log.`);
}

/** Keeps one worker alive: one that dies is started again after a second, with the scope it had. */
function keepWorker({ settings, newsroom }: Parts, env: NodeJS.ProcessEnv): { stop: () => Promise<void>; widenScope: () => void } {
  let scope: "all" | "sample" = newsroom ? "sample" : "all";
  let isStopping = false;
  const program =
    settings.mode === "dev"
      ? { script: "lib/jobs/worker.ts", execArgv: [...workerFlags, "--import", "tsx"] }
      : { script: bundleWorker(), execArgv: [...workerFlags] };
  const start = (): Service =>
    startService({
      name: "worker",
      ...program,
      args: ["--web-origin", `http://127.0.0.1:${settings.port}`, "--scope", scope, ...(newsroom ? ["--newsroom", newsroom.origin] : [])],
      env: { ...env, ...workerMalloc },
      dataDir: settings.dataDir,
      onDeath: () => {
        if (!isStopping) setTimeout(() => (current = start()), 1_000);
      },
    });
  let current = start();
  const stop = () => {
    isStopping = true;
    return current.stop();
  };
  const widenScope = () => {
    scope = "all";
    current.child.send({ scope });
  };
  return { stop, widenScope };
}
