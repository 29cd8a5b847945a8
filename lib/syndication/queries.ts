import "server-only";
import { env } from "@/lib/platform/env";

/** Our own address of a path, on the one canonical origin (`PUBLIC_URL`). */
export function publicUrl(path: string): string {
  return new URL(path, env().PUBLIC_URL ?? `http://localhost:${env().PORT}`).toString();
}
