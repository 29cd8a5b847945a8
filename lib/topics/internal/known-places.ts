import { foldName } from "../fold-name";
import type { Sighting, TextPart } from "./sighting";

/** Capitals and cities that countries are named by, as English and their own languages spell them. */
const cities = `Abu Dhabi|Abuja|Accra|Addis Ababa|Algiers|Amman|Amsterdam|Ankara|Athens|Baghdad|Baku|Bamako|Bangkok|Beijing|Pékin|Peking|Beirut|Beyrouth|
Belgrade|Berlin|Bern|Bogotá|Brasília|Bratislava|Brussels|Bruxelles|Brüssel|Bruselas|Bucharest|Budapest|Buenos Aires|Cairo|Le Caire|Canberra|Caracas|Colombo|
Copenhagen|København|Kopenhagen|Dakar|Damascus|Damas|Dhaka|Doha|Dubai|Dublin|Edinburgh|Geneva|Genève|Genf|Guatemala City|Hanoi|Harare|Havana|La Habana|
Helsinki|Hong Kong|Islamabad|Istanbul|Jakarta|Jerusalem|Kabul|Kampala|Kathmandu|Khartoum|Kigali|Kinshasa|Kuala Lumpur|Kyiv|Kiev|Kiew|La Paz|Lagos|Lima|
Lisbon|Lisboa|Ljubljana|London|Londres|Luanda|Luxembourg|Madrid|Manila|Mexico City|Minsk|Mogadishu|Montevideo|Montreal|Moscow|Moscou|Moskau|Moscú|Mumbai|
Munich|München|Nairobi|New Delhi|New York|Oslo|Ottawa|Paris|Parigi|Prague|Praha|Pretoria|Pyongyang|Quito|Rabat|Reykjavik|Riga|Riyadh|Rome|Roma|Rom|
San José|Santiago|Sarajevo|Seoul|Shanghai|Singapore|Skopje|Sofia|Stockholm|Strasbourg|Sydney|Taipei|Tallinn|Tashkent|Tbilisi|Tehran|Téhéran|Teheran|Tel Aviv|
The Hague|Tirana|Tokyo|Tripoli|Tunis|Vienna|Wien|Vienne|Vilnius|Warsaw|Varsovie|Warschau|Washington|Wellington|Yerevan|Zagreb|Zurich|Zürich|Gaza|
Москва|Киев|Берлин|Париж|Лондон|Вашингтон|Пекин|القاهرة|بيروت|دمشق|بغداد|الرياض|باريس|لندن|واشنطن|موسكو|東京|北京|ロンドン|パリ|ワシントン|モスクワ|台北|香港|上海|서울|平壌|首爾`;

/** Other names of countries, as English newspapers write them. */
const shortNames: Record<string, string> = {
  us: "US",
  usa: "US",
  "united states of america": "US",
  america: "US",
  turkey: "TR",
  uk: "GB",
  britain: "GB",
  uae: "AE",
};
/** What CLDR names beside countries: unions, the unknown, tests. */
const noCountries = new Set(["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"]);

export type KnownPlaces = {
  /** Folded names, longest spelling as it is shown. */
  nameOf: ReadonlyMap<string, string>;
  /** Folded short name to the folded full one. */
  fullKeyOf: ReadonlyMap<string, string>;
};

const kept = new Map<string, KnownPlaces>();

/**
 * Countries in a language, and capitals.
 *
 * Source: country names by CLDR, through Intl.DisplayNames
 */
export function knownPlaces(language: string): KnownPlaces {
  const known = kept.get(language);
  if (known) return known;
  const nameOf = new Map<string, string>();
  for (const city of cities.replaceAll("\n", "").split("|")) nameOf.set(foldName(city, language), city);
  const countryOf = listCountries(language);
  for (const name of countryOf.values()) nameOf.set(foldName(name, language), name);
  const fullKeyOf = new Map<string, string>();
  for (const [short, code] of language === "en" ? Object.entries(shortNames) : []) {
    const name = countryOf.get(code);
    if (name) fullKeyOf.set(short, foldName(name, language));
  }
  const made = { nameOf, fullKeyOf };
  kept.set(language, made);
  return made;
}

function listCountries(language: string): Map<string, string> {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const names = new Map<string, string>();
  const display = displayNames(language);
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = noCountries.has(code) ? undefined : display?.of(code);
      if (name) names.set(code, name);
    }
  }
  return names;
}

/** Null for a tag that is none. */
function displayNames(language: string): Intl.DisplayNames | null {
  try {
    return new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  } catch {
    return null;
  }
}

type Parts = readonly { part: TextPart; text: string }[];

/**
 * Known places wherever a text names them, for languages that show no names by capitals.
 *
 * @param isUnspaced whether words are not parted by spaces, so that a name is found within what stands around it
 */
export function findPlaces(parts: Parts, language: string, isUnspaced: boolean): Sighting[] {
  return parts.flatMap(({ part, text }) => {
    const folded = ` ${foldName(text, language)} `;
    return [...knownPlaces(language).nameOf]
      .filter(([key]) => (isUnspaced ? key.length > 1 && folded.includes(key) : folded.includes(` ${key} `)))
      .map(([, name]) => ({ words: [name], part, hint: "place" as const, isDoubtful: false }));
  });
}
