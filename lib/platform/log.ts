import path from "node:path";
import { type Logger, pino } from "pino";
import { env } from "./env";

export type Log = Logger;

/** Names of fields that never reach a log. */
const secretFields = ["authorization", "cookie", "password", "token", "*.authorization", "*.cookie", "*.password", "*.token"];

/**
 * A log of JSON lines in `${DATA_DIR}/logs/{name}.log`, made when missing. Written at once, so that the last
 * line before a crash is there; level by `LOG_LEVEL`.
 */
export function createLog(name: string): Log {
  const destination = pino.destination({ dest: path.join(env().DATA_DIR, "logs", `${name}.log`), mkdir: true, sync: true });
  return pino({ name, level: env().LOG_LEVEL, redact: secretFields, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

let web: Log | undefined;

/** The log of the web process, made at first use. */
export function webLog(): Log {
  web ??= createLog("web-faults");
  return web;
}

/** A log that goes nowhere: for commands that report on their own. */
export const silentLog: Log = pino({ level: "silent" });
