import "server-only";
import { isDatabaseUp } from "@/lib/feeds/queries";
import { env } from "@/lib/platform/env";
import { webLog } from "@/lib/platform/log";
import { fetchFrame } from "./frame-gateway";
import type { PageFrame } from "./page-frame";

/** Our own address of a path, on the one canonical origin (`PUBLIC_URL`). */
export function publicUrl(path: string): string {
  return new URL(path, env().PUBLIC_URL ?? `http://localhost:${env().PORT}`).toString();
}

/** What every page of the paper shares, as Next built it. @throws Error while our own web does not answer */
export const readFrame = (): Promise<PageFrame> => fetchFrame();

/** Logs why a page could not be made. @returns whether the database is away, which mends itself */
export async function noteFault(cause: unknown): Promise<{ isDatabaseAway: boolean }> {
  webLog().error({ err: cause }, "a page could not be made");
  return { isDatabaseAway: !(await isDatabaseUp().catch(() => false)) };
}
