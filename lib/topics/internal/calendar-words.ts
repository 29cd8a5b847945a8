const kept = new Map<string, ReadonlySet<string>>();

/** Names of months and weekdays in a language, in lower case: capitals that name nothing. Source: CLDR, through Intl */
export function calendarWords(language: string): ReadonlySet<string> {
  const known = kept.get(language);
  if (known) return known;
  const words = new Set(["en", ...(isTag(language) ? [language] : [])].flatMap(listWords));
  kept.set(language, words);
  return words;
}

function listWords(language: string): string[] {
  const forms = [
    { month: "long" },
    { month: "short" },
    { weekday: "long" },
    { weekday: "short" },
    { day: "numeric", month: "long" },
  ] as const;
  // One day of each month, then a week.
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)));
  const days = [...months, ...Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)))];
  const texts = forms.flatMap((form) => days.map((day) => new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" }).format(day)));
  return texts.flatMap((text) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
}

const isTag = (language: string): boolean => /^[a-z]{2,3}$/.test(language);
