const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentences of a plain paragraph, trailing spaces kept, by the rules of its language (UAX 29). One after another:
 * who needs the opening pays for the opening.
 */
export function* splitSentences(text: string, language: string): Generator<string> {
  for (const part of segmenterFor(language).segment(text)) yield part.segment;
}

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
