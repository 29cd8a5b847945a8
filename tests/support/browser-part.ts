import { env } from "@/lib/platform/env";

/** The two halves of the browser tests, each on a product of its own: the staff's pages, and the paper's. */
export const browserParts = ["staff", "readers"] as const;
export type BrowserPart = (typeof browserParts)[number];

/** The half that this run does; null for all of them, one after the other. */
export const browserPart: BrowserPart | null = env().BROWSER_PART ?? null;

/** The files of the staff's half: what the desk does moves what readers see, and a worker is put in another's place there. */
export const staffFiles = /\/(access|admin-|desk-|partner)[^/]*[.]test[.]ts$/;

/** A name for what each half writes by itself. */
export const inPart = (name: string, part: BrowserPart | null = browserPart): string => (part === null ? name : `${name}-${part}`);
