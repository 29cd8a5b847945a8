/** How publishers begin a correction: a word that stands for itself before a colon, or the opening of the sentence. */
export type CorrectionWords = { labels: readonly string[]; openings: readonly string[] };

/** By primary language; regular expressions without their flags. */
export const correctionWords: Readonly<Record<string, CorrectionWords>> = {
  en: {
    labels: ["corrections?", "clarifications?", "corrections? (?:and|&) clarifications?", "erratum"],
    openings: [
      "an? (?:earlier|previous|prior) version of this (?:article|story|report|headline|page|piece|live ?blog|caption)",
      "this (?:article|story|report|piece|page|headline|live ?blog) (?:was|has been|is) (?:amended|corrected)",
      "this (?:article|story|report|piece|page|headline) (?:was|has been) (?:updated|edited|changed|revised) (?:on [^.]{3,40} )?to (?:correct|clarify|reflect that)",
      "an? (?:earlier|previous) headline",
    ],
  },
  de: {
    labels: ["korrektur", "korrekturhinweis", "berichtigung", "richtigstellung"],
    openings: [
      "(?:anmerkung der redaktion|hinweis|anm\\. d\\. red\\.): in einer (?:früheren|vorherigen|ersten) (?:version|fassung)",
      "in einer (?:früheren|vorherigen|ersten) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags|berichts)",
      "dieser (?:artikel|text|beitrag) wurde (?:nachträglich |am [^.]{1,5}\\. ?[^ ]+ )?korrigiert",
    ],
  },
  fr: {
    labels: ["correction", "rectificatif", "erratum", "rectification"],
    openings: [
      "une (?:version|première version) (?:précédente|antérieure|initiale)? ?de (?:cet article|ce texte)",
      "(?:cet article|ce texte) a été (?:corrigé|rectifié|modifié)",
    ],
  },
  es: {
    labels: ["corrección", "fe de errores", "fe de erratas", "rectificación", "aclaración"],
    openings: [
      "una versión (?:anterior|previa) de (?:este|esta) (?:artículo|texto|nota|noticia|información)",
      "(?:este|esta) (?:artículo|texto|nota|noticia) (?:ha sido|fue) (?:corregid|modificad|rectificad)[oa]",
    ],
  },
  it: {
    labels: ["correzione", "rettifica", "errata corrige", "precisazione"],
    openings: [
      "una versione precedente di questo articolo",
      "in una versione precedente di questo articolo",
      "questo articolo è stato (?:corretto|modificato)",
    ],
  },
  pt: {
    labels: ["correção", "correcção", "errata", "erramos", "retificação"],
    openings: [
      "uma versão anterior d(?:este|esta) (?:artigo|texto|reportagem|notícia)",
      "(?:este|esta) (?:artigo|texto|reportagem|notícia) foi (?:corrigid|alterad)[oa]",
    ],
  },
  nl: {
    labels: ["correctie", "rectificatie", "verduidelijking"],
    openings: ["in een (?:eerdere|vorige) versie van dit (?:artikel|bericht|stuk)", "een eerdere versie van dit (?:artikel|bericht|stuk)"],
  },
  sv: {
    labels: ["rättelse", "förtydligande"],
    openings: ["i en tidigare version av (?:den här |denna )?(?:artikeln|texten|artikel|text)"],
  },
  da: {
    labels: ["rettelse", "præcisering"],
    openings: ["i en tidligere (?:version|udgave) af (?:denne |dette )?(?:artikel|artiklen|tekst)"],
  },
  no: {
    labels: ["rettelse", "retting", "korrigering", "presisering"],
    openings: ["i en tidligere versjon av (?:denne )?(?:artikkelen|saken)"],
  },
  pl: { labels: ["sprostowanie", "korekta", "erratum"], openings: ["w poprzedniej wersji (?:tego )?(?:artykułu|tekstu)"] },
  ru: {
    labels: ["исправление", "поправка", "уточнение"],
    openings: ["в (?:предыдущей|первоначальной|ранней) версии (?:этого |этой )?(?:текста|статьи|новости|материала)"],
  },
  uk: { labels: ["виправлення", "уточнення"], openings: ["у попередній версії (?:цього |цієї )?(?:тексту|статті|новини|матеріалу)"] },
  tr: { labels: ["düzeltme"], openings: ["bu (?:haberin|yazının) (?:önceki|eski) (?:bir )?(?:sürümünde|versiyonunda)"] },
  ar: { labels: ["تصحيح", "تصويب", "توضيح"], openings: ["في نسخة سابقة من هذا (?:المقال|التقرير|الخبر)"] },
  zh: { labels: ["更正", "更正声明", "勘误", "澄清"], openings: ["本文(?:此前|之前|早前|较早)(?:的)?版本"] },
  ja: { labels: ["訂正", "お詫びと訂正", "訂正とお詫び"], openings: ["当初の記事(?:では|で)", "この記事の以前の版"] },
};

/** Languages that write it as another does. */
export const correctionAliases: Readonly<Record<string, string>> = { nb: "no", nn: "no", yue: "zh" };
