const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentences of a plain paragraph, trailing spaces kept, by the rules of its language (UAX 29). One after another:
 * who needs the opening pays for the opening.
 */
export function* splitSentences(text: string, language: string): Generator<string> {
  if (isPlain(text) && !language.startsWith("el")) yield* splitPlain(text);
  else for (const part of segmenterFor(language).segment(text)) yield part.segment;
}

/**
 * Whether every full stop, question and exclamation mark of a plain ASCII text stands at its end or before a space and
 * a capital: there UAX 29 (SB6 to SB11) leaves no choice, in any language but Greek, which ends questions by ";".
 */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text) && !/[.?!](?! [A-Z]|$)/.test(text);

/** Without the segmenter, which copies its tables for each text. */
function* splitPlain(text: string): Generator<string> {
  let from = 0;
  for (let end = endOfPlain(text, from); end < text.length; end = endOfPlain(text, from)) {
    yield text.slice(from, end);
    from = end;
  }
  if (from < text.length) yield text.slice(from);
}

function endOfPlain(text: string, from: number): number {
  plainEnd.lastIndex = from;
  return plainEnd.test(text) ? plainEnd.lastIndex : text.length;
}

const plainEnd = /[.?!] /g;

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = makeSegmenter(language);
  segmenters.set(language, made);
  return made;
}

/** Publishers' language tags are not always well formed; English rules serve for those. */
function makeSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "sentence" });
  }
}
