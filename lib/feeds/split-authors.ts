import { collapseSpace } from "@/lib/core/text";
import { plainTitle } from "./plain-text";
import type { EntryAuthor } from "./types";

/** No byline has more; a longer list is a list of something else. */
const authorsMax = 12;
const nameCharsMax = 80;

/**
 * Parts bylines into authors: "By Ann Lee and Bo Ek in Oslo" → Ann Lee, Bo Ek; "Ann Lee, Political editor" →
 * Ann Lee with a role; "ann@paper.example (Ann Lee)" → Ann Lee. Mail addresses are never names.
 *
 * @param bylines the author fields of an entry, in order
 * @returns each name once, in order
 */
export function splitAuthors(bylines: string[]): EntryAuthor[] {
  const authors = new Map<string, EntryAuthor>();
  for (const byline of bylines) {
    for (const author of splitByline(byline)) {
      const key = author.name.toLowerCase();
      if (!authors.has(key) && authors.size < authorsMax) authors.set(key, author);
    }
  }
  return [...authors.values()];
}

/** Two words as most bylines are: nothing in them parts names, and only a mark before a name could be meant. */
const plainName = /^[A-Z][a-z]{1,30} [A-Z][a-z]{1,30}$/;

function splitByline(byline: string): EntryAuthor[] {
  if (plainName.test(byline) && !markWords.has(byline.slice(0, byline.indexOf(" ")).toLowerCase())) return [{ name: byline, role: null }];
  const text = withoutAddress(plainTitle({ value: byline.slice(0, 500), type: "html" }));
  const marked = text.match(byMark);
  const names = marked ? text.slice(marked[0].length).replace(placeTail, "") : text;
  return partNames(names).flatMap((part, index, parts) => readName(part, index, parts));
}

const marks = ["by", "von", "par", "por", "door", "av", "af", "autor", "autorin", "auteur", "author", "text", "texte"];
const markWords = new Set(marks);
const byMark = new RegExp(`^(?:${marks.join("|")}|written by|words by)\\s*:?\\s+(?=\\p{Lu}|\\p{Lo})`, "iu");
const placeTail = /\s+(?:in|at|aus|à|en|da|i)\s+\p{Lu}[\p{L}\p{M}\s.,'’-]*$/u;

/** "ann@x.example (Ann Lee)" and "Ann Lee <ann@x.example>" → Ann Lee. */
function withoutAddress(text: string): string {
  const inBrackets = text.match(/^\S+@\S+\s*\((.+)\)$/);
  return collapseSpace(
    (inBrackets?.[1] ?? text)
      .replace(/<?[^\s<>()@]+@[^\s<>()]+>?/g, "")
      .replace(/\(\s*\)/g, "")
      .replace(/^mailto:/i, ""),
  );
}

/** Parts at semicolons, slashes, bars and "and"; at commas only where every part looks like a name or a role. */
function partNames(text: string): string[] {
  const joined = text.split(
    /\s*[;|、،]\s*|\s+\/\s+|\s+(?:and|und|et|with|mit|avec)\s+|\s*&\s+(?=\p{Lu}\S+\s)|\s+(?:y|e|i|og|och|en|ja|и|و)\s+(?=\p{L}+\s+\p{L})/u,
  );
  // "Staff and agencies" is one author: but for particles, no name begins with a small letter.
  const isName = (part: string) =>
    part === "" || /^[^\p{Ll}]|^(?:al|bin|da|de|del|der|di|dos|du|el|ibn|la|le|ten|ter|van|von)\s/u.test(part);
  const coarse = joined.every(isName) ? joined : [text];
  return coarse.flatMap((part) => {
    const fine = part.split(/\s*,\s*/).filter((each) => each !== "");
    return fine.length > 1 && fine.every((each) => isFullName(each) || isRole(each)) ? fine : [part];
  });
}

const isFullName = (text: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}.'’-]*(\s+[\p{L}\p{M}.'’-]+){1,4}$/u.test(text) || /^[\p{Lo}·]{2,12}$/u.test(text);

const isRole = (text: string): boolean =>
  /\b(editor|correspondent|reporter|columnist|writer|critic|chief|producer|photographer|analyst|contributor|fellow|director|professor|redakteur(in)?|korrespondent(in)?|journaliste?|corresponsal|redactor[a]?|correspondant[e]?|envoyée? spéciale?)\b/i.test(
    text,
  );

function readName(part: string, index: number, parts: string[]): EntryAuthor[] {
  const { name, role } = withRole(part);
  // A role that stands alone was read together with the name before it.
  if (index > 0 && isRole(part) && isFullName(parts[index - 1] ?? "")) return [];
  const follower = parts[index + 1] ?? "";
  const ownRole = role ?? (isRole(follower) && !isFullNameWithoutRole(follower) ? follower : null);
  return name.length > 1 && name.length <= nameCharsMax && /\p{L}/u.test(name) ? [{ name, role: ownRole }] : [];
}

const isFullNameWithoutRole = (text: string): boolean => isFullName(text) && !isRole(text);

/** "Ann Lee, Political editor" and "Ann Lee (photographer)". */
function withRole(part: string): { name: string; role: string | null } {
  const match = part.match(/^(.{2,60}?)\s*(?:,\s+|\s[–—-]\s|\()([^()]{3,60})\)?$/u);
  const role = match?.[2]?.trim();
  if (match?.[1] && role && isRole(role)) return { name: tidyName(match[1]), role };
  return { name: tidyName(part), role: null };
}

const tidyName = (text: string): string => text.replace(/^[\s"'“”.,:–—-]+|[\s"“”,:–—-]+$/g, "");
