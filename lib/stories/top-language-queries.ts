import "server-only";
import { remember } from "@/lib/platform/remember";
import { listLanguages } from "./top-language-store";

const languages = remember(60_000, () => listLanguages());

/** The languages whose top stories have an edition, primary subtags, those with most stories first. */
export const listTopLanguages = (): Promise<readonly string[]> => languages();
