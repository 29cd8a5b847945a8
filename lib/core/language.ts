/** Languages written from right to left (ISO 639). */
const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]);

/**
 * Canonical BCP 47 form of a language tag as feeds write it ("en_us", "EN-us", "german").
 *
 * @returns for example "en-US", or null for what is no tag
 * Source: RFC 5646, through Intl
 */
export function canonicalLanguage(tag: string | null | undefined): string | null {
  const cleaned = tag
    ?.trim()
    .replaceAll("_", "-")
    .replace(/[^\w-].*$/, "");
  if (!cleaned || !/^[a-z]{2,3}(-|$)/i.test(cleaned) || /^(und|mul|zxx)\b/i.test(cleaned)) return null;
  const known = canonicalForms.get(cleaned);
  if (known !== undefined) return known;
  const form = askIntl(cleaned);
  if (canonicalForms.size < formsMax) canonicalForms.set(cleaned, form);
  return form;
}

// A feed says the same language of all its entries, and each asking of Intl would cost anew.
const canonicalForms = new Map<string, string | null>();
/** More tags than are in use; whoever invents them has the rest looked up each time. */
const formsMax = 1_000;

function askIntl(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** Direction a language is written in; null for an unknown language. A script subtag decides where given. */
export function directionOfLanguage(tag: string | null): "ltr" | "rtl" | null {
  if (!tag) return null;
  if (/-(arab|hebr|thaa|syrc|nkoo)\b/i.test(tag)) return "rtl";
  if (/-latn\b/i.test(tag)) return "ltr";
  return rightToLeft.has(tag.split("-")[0]?.toLowerCase() ?? "") ? "rtl" : "ltr";
}

/**
 * Direction that a text's own letters show.
 *
 * @returns the direction of most letters in its first 2,000 characters, or null when it has none
 */
export function directionOfText(text: string): "ltr" | "rtl" | null {
  const sample = text.slice(0, 2_000);
  const rtl = sample.match(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu)?.length ?? 0;
  if (rtl === 0) return /\p{L}/u.test(sample) ? "ltr" : null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return rtl * 2 > letters ? "rtl" : "ltr";
}
