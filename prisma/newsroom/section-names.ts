import type { NewsroomSection } from "./types";

type Names = Record<NewsroomSection, string>;

const ENGLISH: Names = {
  world: "World",
  politics: "Politics",
  business: "Business",
  technology: "Technology",
  science: "Science",
  health: "Health",
  climate: "Climate",
  culture: "Culture",
  sport: "Sport",
  life: "Life",
  opinion: "Opinion",
};
const FRENCH: Names = {
  world: "Monde",
  politics: "Politique",
  business: "Économie",
  technology: "Technologies",
  science: "Sciences",
  health: "Santé",
  climate: "Climat",
  culture: "Culture",
  sport: "Sport",
  life: "Vie quotidienne",
  opinion: "Débats",
};
const GERMAN: Names = {
  world: "Welt",
  politics: "Politik",
  business: "Wirtschaft",
  technology: "Technik",
  science: "Wissen",
  health: "Gesundheit",
  climate: "Klima",
  culture: "Kultur",
  sport: "Sport",
  life: "Leben",
  opinion: "Meinung",
};
const ARABIC: Names = {
  world: "العالم",
  politics: "سياسة",
  business: "اقتصاد",
  technology: "تقنية",
  science: "علوم",
  health: "صحة",
  climate: "مناخ",
  culture: "ثقافة",
  sport: "رياضة",
  life: "حياة",
  opinion: "رأي",
};
const JAPANESE: Names = {
  world: "国際",
  politics: "政治",
  business: "経済",
  technology: "テクノロジー",
  science: "科学",
  health: "健康",
  climate: "気候",
  culture: "文化",
  sport: "スポーツ",
  life: "暮らし",
  opinion: "オピニオン",
};

const BY_LANGUAGE: Record<string, Names> = { en: ENGLISH, fr: FRENCH, de: GERMAN, ar: ARABIC, ja: JAPANESE };

/** A section's name in a title's language; English where the language has no table. */
export function sectionName(section: NewsroomSection, language: string): string {
  return (BY_LANGUAGE[language.slice(0, 2)] ?? ENGLISH)[section];
}
