/**
 * The path a visitor goes back to after signing up or in, made safe.
 *
 * @param input what the form or address said; anything that does not stay on our own origin gives "/"
 * @returns path and search only, always starting with a single "/"
 * Source: CWE-601; the parser decides, never a pattern on the input.
 */
export function returnPath(input: unknown): string {
  if (typeof input !== "string" || input.length > 2_048 || hasUnsafeCharacter(input)) return "/";
  const base = "https://broadsheet.invalid";
  if (!input.startsWith("/") || !URL.canParse(input, base)) return "/";
  const url = new URL(input, base);
  if (url.origin !== base || url.pathname.startsWith("//") || isAccountPath(url.pathname)) return "/";
  return url.pathname + url.search;
}

const hasUnsafeCharacter = (input: string): boolean =>
  [...input].some((character) => character === "\\" || character < " " || character === "\u007f");

// Going "back" to a form just sent would loop.
const isAccountPath = (path: string): boolean =>
  ["/sign-up", "/sign-in", "/sign-out"].some((page) => path === page || path.startsWith(`${page}/`));
