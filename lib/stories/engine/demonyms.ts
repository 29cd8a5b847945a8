/** Adjectives and people by the country or continent they stand for, where a stem does not bring them together. */
const english = `
  china chinese; japan japanese; asia asian asians; russia russian russians; ukraine ukrainian ukrainians;
  america american americans; britain british briton britons; europe european europeans; france french;
  germany german germans; italy italian italians; spain spanish; india indian indians; israel israeli israelis;
  syria syrian syrians; iran iranian iranians; iraq iraqi iraqis; turkey turkish; egypt egyptian egyptians;
  korea korean koreans; africa african africans; australia australian australians; canada canadian canadians;
  mexico mexican mexicans; greece greek greeks; ireland irish; netherlands dutch; switzerland swiss; poland polish;
  sweden swedish; norway norwegian; denmark danish; finland finnish; portugal portuguese; brazil brazilian;
  argentina argentine argentinian; chile chilean; colombia colombian; venezuela venezuelan; cuba cuban;
  pakistan pakistani; afghanistan afghan; palestine palestinian palestinians; lebanon lebanese; yemen yemeni;
  saudi saudis; nigeria nigerian; kenya kenyan; sudan sudanese; libya libyan; thailand thai; vietnam vietnamese;
  taiwan taiwanese; indonesia indonesian; philippines philippine filipino; hungary hungarian; austria austrian;
  belgium belgian; serbia serbian; bulgaria bulgarian; romania romanian; scotland scottish; wales welsh`;

const placeOf = new Map(
  english.split(";").flatMap((line) => {
    const [place = "", ...words] = line.trim().split(/\s+/);
    return words.map((word) => [word, place.charAt(0).toUpperCase() + place.slice(1)] as const);
  }),
);

/** The text with adjectives of countries in their country's place ("Chinese exports", "China exports"). English only. */
export function foldDemonyms(text: string, language: string): string {
  if (language !== "en") return text;
  return text.replace(/\p{L}{4,}/gu, (word) => placeOf.get(word.toLowerCase()) ?? word);
}
