/** Endings taken off, longest first, by primary language. What remains keeps at least four letters. */
const endings: Record<string, readonly string[]> = {
  en: ["ations", "ation", "ments", "ment", "ings", "ing", "ers", "ies", "ed", "es", "er", "ly", "s", "e", "y"],
  fr: [
    "issements",
    "issement",
    "ements",
    "ement",
    "ations",
    "ation",
    "euses",
    "euse",
    "eurs",
    "eur",
    "ées",
    "ée",
    "és",
    "é",
    "er",
    "ent",
    "es",
    "aux",
    "al",
    "s",
    "e",
    "x",
  ],
  de: ["ungen", "ung", "ern", "em", "en", "er", "es", "e", "n", "s", "t"],
  es: [
    "aciones",
    "ación",
    "amiento",
    "mente",
    "ando",
    "iendo",
    "ados",
    "adas",
    "ado",
    "ada",
    "ar",
    "er",
    "ir",
    "es",
    "os",
    "as",
    "s",
    "o",
    "a",
    "e",
  ],
  pt: [
    "ações",
    "ação",
    "amento",
    "mente",
    "ando",
    "endo",
    "ados",
    "adas",
    "ado",
    "ada",
    "ar",
    "er",
    "ir",
    "es",
    "os",
    "as",
    "s",
    "o",
    "a",
    "e",
  ],
  it: ["azioni", "azione", "amento", "mente", "ando", "endo", "ati", "ate", "ato", "ata", "are", "ere", "ire", "i", "e", "o", "a"],
  nl: ["ingen", "ing", "en", "er", "es", "e", "s", "t"],
  sv: ["arna", "erna", "orna", "ande", "ade", "ar", "er", "or", "en", "et", "an", "a", "s", "t"],
  da: ["erne", "ende", "ede", "er", "en", "et", "e", "s"],
  no: ["ene", "ende", "ede", "er", "en", "et", "a", "e", "s"],
  ru: [
    "иями",
    "ами",
    "ями",
    "ого",
    "его",
    "ому",
    "ему",
    "ыми",
    "ими",
    "ать",
    "ить",
    "ах",
    "ях",
    "ов",
    "ев",
    "ей",
    "ой",
    "ый",
    "ий",
    "ая",
    "яя",
    "ое",
    "ее",
    "ые",
    "ие",
    "ом",
    "ем",
    "ам",
    "ям",
    "ую",
    "юю",
    "а",
    "я",
    "о",
    "е",
    "ы",
    "и",
    "у",
    "ю",
    "ь",
    "й",
  ],
  pl: ["ami", "ach", "ego", "emu", "ych", "ich", "ów", "om", "ie", "em", "ą", "ę", "a", "e", "i", "o", "u", "y"],
};

const arabicPrefixes = ["وال", "بال", "كال", "فال", "لل", "ال", "و"];
const arabicEndings = ["ات", "ون", "ين", "ها", "ان", "ية", "ة", "ه", "ي"];
const stemCharactersMin = 4;
const russianStemMin = 3;
const russianStemMax = 5;

/**
 * A light stem: enough that "rates" meets "rate" and "merging" meets "merger"; never a dictionary form.
 *
 * @param word lower case
 * @param language primary subtag
 */
export function stemWord(word: string, language: string): string {
  if (language === "ar") return stemArabic(word);
  if (language === "ru") return stemRussian(word);
  const ending = endings[language]?.find((one) => word.endsWith(one) && word.length - one.length >= stemCharactersMin);
  return ending ? word.slice(0, -ending.length) : word;
}

/** Russian endings pile up: what is left of one is cut to the letters that its forms share. */
function stemRussian(word: string): string {
  const plain = word.replaceAll("ё", "е");
  const ending = endings.ru?.find((one) => plain.endsWith(one) && plain.length - one.length >= russianStemMin);
  return (ending ? plain.slice(0, -ending.length) : plain).slice(0, russianStemMax);
}

function stemArabic(word: string): string {
  const prefix = arabicPrefixes.find((one) => word.startsWith(one) && word.length - one.length >= 3) ?? "";
  const bare = word.slice(prefix.length);
  const ending = arabicEndings.find((one) => bare.endsWith(one) && bare.length - one.length >= 3) ?? "";
  return bare.slice(0, bare.length - ending.length);
}
