import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { env, listSettings } from "@/lib/platform/env";
import { settingLines } from "./setting-lines";
import type { SettingsView } from "./settings-types";

const Manifest = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });
const shownPackages = ["next", "react", "@prisma/client", "pg-boss", "better-auth"];

/** What this process runs with, as far as its own folder and environment say. */
export async function readInstall(): Promise<SettingsView> {
  const [manifest, entries] = await Promise.all([
    readFile(path.resolve("package.json"), "utf8"),
    readdir(path.resolve("prisma/migrations")),
  ]);
  const { version, dependencies } = Manifest.parse(JSON.parse(manifest));
  const migrations = entries.filter((name) => /^\d{14}_/.test(name)).sort();
  return {
    settings: settingLines(listSettings()),
    versions: [
      { name: "Broadsheet", version },
      { name: "Node", version: process.versions.node },
      ...shownPackages.map((name) => ({ name, version: dependencies[name] ?? "unknown" })),
    ],
    migrations: { count: migrations.length, newest: migrations.at(-1) ?? "none" },
    database: isEmbedded() ? "embedded" : "server",
    pictures: env().MEDIA_S3_ENDPOINT === undefined ? "disk" : "s3",
  };
}

/** The start makes the address of the database that it embeds; any other was given. */
function isEmbedded(): boolean {
  return listSettings().some(({ name, source }) => name === "DATABASE_URL" && source === "start");
}
