import { type SectionSlug, sections } from "./sections";

/**
 * Words that publishers put on their categories and into their addresses, by the section they stand for,
 * in the languages of the catalogue. Whole words in lower case, parted by spaces; of a word named twice the
 * first section wins.
 */
const wordsBySection: Record<SectionSlug, string> = {
  opinion: `
    opinion opinions editorial editorials comment commentary commentisfree columns columnists op-ed analysis
    letters opinión opinião tribune tribunes débats idées chroniques meinung kommentar kommentare commenti
    opinioni opinie mening ledare kronikk opinia мнения мнение رأي مقالات آراء 社説 オピニオン 评论 評論`,
  sport: `
    sport sports football soccer cricket tennis rugby basketball baseball hockey golf olympics athletics
    cycling marathon formula-1 f1 deportes deporte fútbol esportes futebol desporto fußball fussball calcio
    voetbal fotboll fodbold fotball jalkapallo urheilu sporten piłka спорт футбол رياضة الرياضة スポーツ 体育 體育
    스포츠 spor olahraga`,
  technology: `
    technology tech technologies computing gadgets software internet cybersecurity ai
    artificial-intelligence chips semiconductors tecnología tecnologia technologie digital numérique
    netzwelt technik teknologi teknik teknologia технологии تكنولوجيا تقنية テクノロジー 技術 it 科技 teknoloji`,
  science: `
    science sciences space physics biology astronomy archaeology research ciencia ciência wissen
    wissenschaft scienza scienze wetenschap vetenskap videnskab vitenskap tiede nauka наука علوم العلوم
    サイエンス 科学 科學 과학 bilim sains`,
  health: `
    health medicine wellbeing nhs covid coronavirus salud saúde santé gesundheit medizin salute gezondheid
    hälsa sundhed helse terveys zdrowie здоровье صحة الصحة 健康 医療 건강 sağlık kesehatan`,
  climate: `
    climate environment weather sustainability energy-transition clima medio-ambiente ambiente meio-ambiente
    climat environnement planète klima umwelt klimaat milieu klimat miljö miljø ilmasto климат экология مناخ
    المناخ بيئة البيئة 環境 気候 环境 气候 기후 çevre lingkungan`,
  culture: `
    culture arts art books film films movies music television tv theatre theater opera entertainment stage
    cultura cultures cinéma musique livres kultur feuilleton cinema libri cultuur kunst kulttuuri kultura
    культура ثقافة الثقافة فنون 文化 カルチャー 芸術 문화 kültür budaya celebrity showbiz espectáculos`,
  life: `
    life lifestyle lifeandstyle life-and-style style fashion food travel home family gardening estilo vida
    gastronomía viajes vie cuisine voyage voyages leben gesellschaft reise stil stile viaggi cibo leven
    livsstil elämä styl стиль حياة منوعات 生活 くらし 暮らし 라이프 yaşam gaya-hidup`,
  business: `
    business economy economics markets finance money companies banking central-banks trade industry economía
    economia negocios negócios mercados empresas économie entreprises bourse finances wirtschaft finanzen
    unternehmen finanza imprese economie ekonomi økonomi næringsliv talous gospodarka biznes экономика
    бизнес финансы اقتصاد الاقتصاد أسواق 経済 ビジネス 财经 財經 经济 경제 bisnis`,
  politics: `
    politics election elections parliament government congress uk-politics us-politics política politique
    élections politik politica politiek politikk politiikka polityka политика سياسة السياسة 政治 政經 정치 siyaset`,
  world: `
    world international global europe africa asia americas middle-east mundo internacional monde afrique
    welt ausland mondo esteri wereld buitenland världen utrikes udland verden ulkomaat świat мир عالم العالم
    دولي 国際 国际 國際 세계 dünya dunia`,
};

/** The section that each word stands for. */
export const sectionOfWord: ReadonlyMap<string, SectionSlug> = new Map(
  sections
    .flatMap(({ slug }) =>
      wordsBySection[slug]
        .trim()
        .split(/\s+/)
        .map((word) => [word, slug] as const),
    )
    .reverse(),
);
