import { statfs } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/platform/env";
import { isPortFree } from "@/lib/platform/free-port";
import { StartError } from "./start-error";

export type StartSettings = {
  mode: "start" | "demo" | "dev";
  port: number;
  publicUrl: string;
  dataDir: string;
  databaseUrl: string | null;
  databaseWebUrl: string | null;
  smtpUrl: string | null;
  hasSamplePartners: boolean;
  newsroomPictures: string;
};

const freeBytesMin = 300 * 1024 * 1024;

/** Reads the command's flags and environment. @throws StartError naming the setting that is wrong */
export function readSettings(flags: string[]): StartSettings {
  const settings = readEnv();
  const dataDir = path.resolve(settings.DATA_DIR);
  const mode = flags.includes("--demo") ? "demo" : flags.includes("--dev") ? "dev" : "start";
  return {
    mode,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    dataDir,
    databaseUrl: settings.DATABASE_URL ?? null,
    databaseWebUrl: settings.DATABASE_WEB_URL ?? null,
    smtpUrl: settings.SMTP_URL ?? null,
    newsroomPictures: settings.NEWSROOM_PICTURES ?? path.join(dataDir, "newsroom"),
    hasSamplePartners: settings.SAMPLE_PARTNERS === "on" || mode === "demo",
  };
}

function readEnv() {
  try {
    return env();
  } catch (fault) {
    throw new StartError(fault instanceof Error ? fault.message : "Bad settings.");
  }
}

/** Checks what must hold before anything is started. @throws StartError in one line */
export async function checkMachine(settings: StartSettings): Promise<void> {
  if (Number(process.versions.node.split(".")[0]) < 24) {
    throw new StartError(`Broadsheet runs on the Node 24 that npm installs, not on ${process.versions.node}: use \`npm start\`.`);
  }
  if (!(await isPortFree(settings.port))) {
    throw new StartError(`Port ${settings.port} is taken. Stop what uses it, or choose another: PORT=3100 npm start`);
  }
  const disk = await statfs(settings.dataDir);
  if (disk.bavail * disk.bsize < freeBytesMin) {
    throw new StartError(`The disk that holds ${settings.dataDir} is nearly full: at least 300 MB must be free.`);
  }
}
