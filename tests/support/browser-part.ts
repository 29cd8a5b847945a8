import { env } from "@/lib/platform/env";

/** The two halves of the browser tests, each on a product of its own: the staff's pages, and the paper's. */
export const browserHalves = ["staff", "readers"] as const;
/** `axe`: every page of the staff under axe and by Tab, which takes minutes and is asked for by its name. */
export type BrowserPart = (typeof browserHalves)[number] | "axe";

/** The part that this run does; null for all of them, one after the other. */
export const browserPart: BrowserPart | null = env().BROWSER_PART ?? null;

export const axeFiles = /\/desk-axe[.]test[.]ts$/;

/**
 * The files of the staff's half: what the desk does moves what readers see, and a worker is put in another's place there. With
 * them what concerns accounts, so that both halves take about as long.
 */
export const staffFiles = /\/(access|admin-|desk-|keys|letters|partner)[^/]*[.]test[.]ts$/;

/** A name for what each half writes by itself. */
export const inPart = (name: string, part: BrowserPart | null = browserPart): string => (part === null ? name : `${name}-${part}`);
