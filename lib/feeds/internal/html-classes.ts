/** Whether a class attribute marks the credit of a picture ("credit", "photo-credit", "image__copyright"). */
export const isCreditClass = (classes: string): boolean =>
  /(?:^|[\s_-])(?:credits?|copyright|photographer)(?=$|[\s_]|-(?!card|s?core))/i.test(classes);

/** Whether a class attribute marks the caption of a picture. */
export const isCaptionClass = (classes: string): boolean =>
  /\bwp-caption-text\b|(?:^|[\s_-])(?:img|image|photo|picture|media|figure)?[_-]*caption(?:[_-]*text)?(?=$|\s)/i.test(classes);
