/** Words before a person's name, by primary language, in lower case. */
const titles: Record<string, string> = {
  en: `mr mrs ms miss mx dr sir dame lord lady president vice-president premier prime minister chancellor secretary senator sen rep
    governor gov mayor judge justice professor prof king queen prince princess pope archbishop bishop cardinal rabbi imam sheikh emir sultan general gen
    colonel col captain capt lieutenant sergeant admiral commissioner ambassador chief executive chairman chairwoman chair director
    manager coach striker midfielder goalkeeper defender actor actress singer author director-general spokesman spokeswoman spokesperson
    representative congressman congresswoman councillor former president-elect ex-president officer inspector detective deputy attorney foreign
    finance defence defense interior health home energy leader founder analyst economist saint st`,
  fr: `m mme mlle dr président présidente premier première ministre chancelier chancelière sénateur sénatrice député députée maire roi reine
    prince princesse pape général colonel professeur juge directeur directrice secrétaire procureur ambassadeur commissaire`,
  de: `herr frau dr prof professor präsident präsidentin kanzler kanzlerin minister ministerin könig königin prinz papst general trainer
    trainerin chef chefin sprecher sprecherin bürgermeister bürgermeisterin richter autor regisseur richterin autorin regisseurin herrn kollegin forscher forscherin`,
  es: `señor señora sr sra dr dra presidente presidenta primer ministro ministra canciller senador senadora diputado alcalde alcaldesa rey
    reina príncipe papa general profesor juez director directora secretario portavoz entrenador`,
  pt: `senhor senhora sr sra dr dra presidente primeiro primeira ministro ministra chanceler senador deputado prefeito rei rainha príncipe
    papa general professor juiz diretor secretário técnico governador`,
  it: `signor signora dott presidente premier primo ministro ministra cancelliere senatore deputato sindaco sindaca re regina principe
    papa generale professore giudice direttore segretario allenatore`,
  nl: `meneer mevrouw dr prof president premier minister kanselier senator burgemeester koning koningin prins paus generaal rechter coach`,
  ru: `президент премьер-министр министр канцлер сенатор депутат губернатор мэр король папа генерал профессор судья глава`,
  ar: `الرئيس رئيس وزير الوزير رئيسة الملك الأمير الشيخ الدكتور السيد السيدة النائب الجنرال القاضي المدرب`,
  pl: `prezydent premier minister kanclerz senator poseł burmistrz król papież generał profesor sędzia trener`,
  sv: `herr fru president statsminister minister kung drottning prins påve general professor domare`,
  tr: `cumhurbaşkanı başbakan bakan bakanı kral kraliçe prens papa general profesör hakim başkan başkanı`,
};

/** Words that a name of an organisation holds, in lower case. */
const organisationWords = `inc corp corporation ltd limited plc llc llp gmbh ag se sa nv bv spa srl ab oyj asa holdings holding group company
  co bank university college school institute ministry department agency authority council commission committee court parliament congress
  senate party union association federation league club fc afc united city-council airlines airways motors industries foundation trust fund
  office bureau board service services police army navy forces organisation organization network society alliance exchange reserve treasury
  press times post herald tribune gazette news hospital museum theatre orchestra concord institut ministère université banque parti syndicat
  conseil commission cour agence ministerium universität zentralbank bundesbank partei gewerkschaft verband amt gericht ministerio banco
  universidad partido tribunal agencia consejo ministero università partito consiglio corte agenzia ministério universidade
  banka bankası partisi üniversitesi банк министерство партия университет суд совет агентство`;

/** Words that a place's name holds, in lower case. */
const placeWords = `river lake mount mountain mountains island islands sea ocean bay gulf strait channel city town village county province
  state region valley coast peninsula desert canal bridge airport port street avenue square north south east west northern southern eastern
  western fleuve rivière lac mont île îles mer golfe ville fluss see insel meer stadt río lago isla mar ciudad rio ilha monte`;

/** Words after which a single name is a place, by primary language. */
const placeBefore: Record<string, string> = {
  en: "in near from across outside around throughout",
  fr: "à en au aux près",
  de: "in aus nach nahe bei",
  es: "en desde hacia",
  pt: "em no na desde",
  it: "a in nel nella presso",
  nl: "in uit naar bij",
};

/** Words of saying: who stands beside them speaks. */
const sayingWords = `said says told tells added adds warned argues argued wrote insisted announced declared dit affirme déclaré estime
  sagte sagt erklärte dijo dice afirmó declaró disse afirmou ha detto ha dichiarato zei zegt сказал сказала заявил заявила`;

/** Names of peoples and languages in English, which writes them with a capital; they are no topics of their own. */
const peoples = `afghan african albanian algerian american american angolan arab argentine argentinian armenian asian australian austrian
  azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian cameroonian canadian catalan
  chilean chinese christian colombian congolese croatian cuban cypriot czech danish dutch egyptian english eritrean estonian ethiopian european
  filipino finnish french georgian german germans ghanaian greek hindu hungarian icelandic indian indonesian iranian iraqi irish islamic israeli
  israelis italian ivorian jamaican japanese jewish jordanian kazakh kenyan korean kurdish kuwaiti latin latvian lebanese liberian libyan
  lithuanian malaysian maltese mexican moldovan mongolian moroccan mozambican muslim muslims namibian nepalese nigerian nordic norwegian omani
  pakistani palestinian palestinians panamanian peruvian polish portuguese qatari romanian russian russians rwandan saudi scottish scots
  senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tanzanian thai tibetan tunisian
  turkish ugandan ukrainian ukrainians uruguayan uzbek venezuelan vietnamese welsh western yemeni zambian zimbabwean americans catholic protestant
  jews christians democrats republicans democrat republican conservative conservatives labour liberal`;

/** Capitals that say nothing: offices, measures, forms of text. */
const emptyCapitals = `ceo cfo coo cto pm am tv pc ok faq pdf id dvd cd ios hd vs uk-based us-based mp mps gmt utc est edt pst bst cet
  ft kg km mph rt ii iii iv vi vii ps nb eur usd gbp gdp pib bip pc i a o millionen milliarden million milliarde prozent jahren jahres tagen monate monaten wochen stunden meter metern kilometer euro euros dollar
  dollars uhr ende anfang mitte jahr jahre tag tage mal live video photo photos watch read breaking exclusive opinion analysis update updates
  foto fotos vidéo infographic podcast newsletter correction let yes no oh well please thanks hello`;

/** Acronyms of notions, not of organisations. */
const notions = `ai api apis ui url rss php os css html xml sql json ip vpn vr ar covid hiv aids dna rna gdp gps suv dei esg ki ia pdf sms led lgbt`;

const given = `adam ahmed alan alex alexander ali alice amy andrew angela anna anne anthony antonio ben boris carlos caroline charles
  chris christian christine claire daniel david diana donald dmitry elena elizabeth emily emma emmanuel eric fatima francisco frank friedrich george
  giorgia hans hassan helen henry hugo ibrahim ivan james jane jean jennifer jens jessica jim joe john jonathan jorge jose joseph josé juan julia
  karen karl kate keir kim klaus laura lee li linda lisa luis luiz maria marie mario mark martin mary matteo matthew max michael michel mike
  mohammed muhammad narendra nicola nicolas nigel olaf oliver pablo patrick paul pauline pedro peter philip pierre rachel recep richard rishi robert
  roger sarah scott sergei simon sofia sophie stephen steve susan thomas tim tom tony ursula victor viktor vladimir volodymyr wang william xi yuki
  zhang ismail mehmet anjali farid priya raj wei chen aisha amina yusuf omar khalid`;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));
const titleSets = new Map(Object.entries(titles).map(([language, words]) => [language, setOf(words)]));
const placeBeforeSets = new Map(Object.entries(placeBefore).map(([language, words]) => [language, setOf(words)]));
const none: ReadonlySet<string> = new Set();

export const isOrganisationWord = (word: string): boolean => organisationSet.has(word);
export const isPlaceWord = (word: string): boolean => placeSet.has(word);
export const isPeople = (word: string): boolean => peopleSet.has(word);
export const isSaying = (word: string): boolean => sayingSet.has(word);
export const isNotion = (word: string): boolean => notionSet.has(word);
export const isGivenName = (word: string): boolean => givenSet.has(word);
export const isEmptyCapital = (word: string): boolean => emptySet.has(word);
export const standsBeforePlaces = (word: string, language: string): boolean => (placeBeforeSets.get(language) ?? none).has(word);

/** Endings of German words for offices: "Finanzminister", "Konzernchef". */
const germanOffice =
  /(?:minister|ministerin|präsident|präsidentin|kanzler|kanzlerin|chef|chefin|sprecher|sprecherin|trainer|trainerin|meister|meisterin|vorsitzende|vorsitzender|leiter|leiterin|direktor|direktorin|politiker|politikerin)$/u;

/** Whether a word in lower case is an office or form of address. */
export const isTitle = (word: string, language: string): boolean =>
  (titleSets.get(language) ?? none).has(word) || (language === "de" && germanOffice.test(word));

const organisationSet = setOf(organisationWords);
const placeSet = setOf(placeWords);
const peopleSet = setOf(peoples);
const sayingSet = setOf(sayingWords);
const givenSet = setOf(given);
const notionSet = setOf(notions);
const emptySet = setOf(emptyCapitals);
