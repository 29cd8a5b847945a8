import { collapseSpace } from "@/lib/core/text";

/** A publisher's own name of a section, so that two spellings of one are one: lower case, plain spaces, at most 80 characters. */
export const foldCategory = (category: string): string => collapseSpace(category.normalize("NFC")).toLowerCase().slice(0, 80);
