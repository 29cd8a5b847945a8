/** Which region of the world titles of a country speak from, by ISO 3166-1 alpha-2 codes; what stands in none is its own. */
const countriesOf: Record<string, string> = {
  Europe:
    "AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK",
  "North America": "CA US",
  "Latin America": "AR BO BR CL CO CR CU DO EC GT HN HT JM MX NI PA PE PR PY SV TT UY VE",
  "Middle East": "AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE",
  Africa: "AO BF BJ BW CD CI CM DZ ET GA GH GN KE LY MA MG ML MU MW MZ NA NE NG RW SD SN SO SS TD TG TN TZ UG ZA ZM ZW",
  Asia: "AF AM AZ BD BT CN GE HK ID IN JP KG KH KR KZ LA LK MM MN MO MV MY NP PH PK SG TH TJ TM TW UZ VN",
  Oceania: "AU FJ NZ PG",
};

/** Countries and their regions in two lists of one order, as a query takes them. */
export const regionTable: { countries: string[]; regions: string[] } = (() => {
  const pairs = Object.entries(countriesOf).flatMap(([region, codes]) => codes.split(" ").map((code) => [code, region] as const));
  return { countries: pairs.map(([code]) => code), regions: pairs.map(([, region]) => region) };
})();
