import { returnPath } from "@/lib/accounts/return-path";

const base = "https://broadsheet.invalid";

/**
 * Where a reader is led after muting or unmuting: back, with what was done in the address, so that it can be said and taken back.
 *
 * @param done the mute's id, or "off"; never words
 * @returns a path of our own
 */
export function muteReturn(returnTo: unknown, done: number | "off"): string {
  const url = new URL(returnPath(returnTo), base);
  url.searchParams.set("muted", String(done));
  return url.pathname + url.search;
}
