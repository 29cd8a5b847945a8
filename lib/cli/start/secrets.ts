import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { env } from "@/lib/platform/env";

const Secrets = z.object({ authSecret: z.string(), internalToken: z.string(), demoPassword: z.string() });
export type Secrets = z.infer<typeof Secrets>;

/** This install's secrets, made once and kept in the data folder; the environment's win over them. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) await writeFile(file, JSON.stringify(makeSecrets()), { mode: 0o600 });
  const saved = Secrets.parse(JSON.parse(await readFile(file, "utf8")));
  return { ...saved, authSecret: env().AUTH_SECRET ?? saved.authSecret, internalToken: env().INTERNAL_TOKEN ?? saved.internalToken };
}

function makeSecrets(): Secrets {
  const secret = () => randomBytes(32).toString("hex");
  return { authSecret: secret(), internalToken: secret(), demoPassword: `press-${randomBytes(6).toString("hex")}-room` };
}
