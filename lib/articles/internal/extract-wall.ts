import type { PageHead } from "./extract-head";
import { hasType, isThing, type Thing, valuesOf } from "./extract-json-ld";
import { attr, findAll, namesOf, type PageTree, textOf } from "./extract-tree";

/** A text of more characters than this is no stub, whatever stands below it. */
const stubCharsMax = 2_500;

const wallName =
  /(?:^|[\s_-])(?:paywall|pay-wall|regwall|piano|tp-container|meter(?:ed)?-?(?:wall|content)|subscriber-?(?:only|wall)|premium-?(?:overlay|wall|barrier|box)|article-?(?:barrier|offer|gate)|offer-?(?:wall|box|page)|abo-?(?:box|wall)|plus-?(?:wall|barrier)|content-?(?:gate|barrier|lock))(?:$|[\s_-]|--)|paywall/;

const wallWords =
  /\b(?:subscribe (?:to|now to) (?:continue|keep|read)|to continue reading|continue reading (?:this|your) article|already a subscriber|this (?:article|content|story) is (?:for|only available (?:to|for)|reserved for|exclusive to) (?:our )?(?:subscribers|members)|subscribers only|become a (?:subscriber|member) to|sign in to (?:continue|read)|register (?:for free )?to (?:continue|read)|(?:jetzt|artikel) (?:weiterlesen mit|freischalten)|weiterlesen mit|bereits abonnent|nur für abonnenten|dieser (?:artikel|inhalt) ist (?:nur )?(?:exklusiv )?für (?:plus-?)?(?:abonnenten|mitglieder)|article réservé aux abonnés|réservé (?:à nos|aux) abonnés|il vous reste [\d.,]+ ?% de cet article|la suite est réservée|solo para suscriptores|exclusivo para suscriptores|contenido exclusivo|suscríbete para (?:seguir|leer)|exclusivo para assinantes|contenuto riservato|riservato agli abbonati|abbonati per (?:leggere|continuare)|lees verder met|alleen voor abonnees|kun for abonnenter|endast för prenumeranter|tylko dla (?:subskrybentów|prenumeratorów)|dostęp do (?:pełnej )?treści)|この記事は(?:有料)?会員限定|残り\d+文字|会員登録すると続き|ログインして続き|구독자 전용|仅限订阅|для подписчиков|للمشتركين فقط/i;

/**
 * Whether a page shows only the beginning of an article that must be paid or signed in for. Such a page is left alone.
 *
 * @param text the words extracted, figures left out
 * @param fullTree the page before anything was taken out of it
 */
export function isWalled(head: PageHead, text: string, wallMarks: WallMarks): boolean {
  const isShort = text.length < stubCharsMax;
  if (isStatedClosed(head)) return isShort || wallMarks.hasBox || wallMarks.hasWords;
  if (wallMarks.hasWords && isShort) return true;
  return wallMarks.hasBox && text.length < stubCharsMax / 2;
}

/** What on a page looks like a wall: boxes named so that show words, and the words themselves. */
export type WallMarks = { hasBox: boolean; hasWords: boolean };

/** Reads them before the page is pruned, which takes such boxes out. */
export function readWallMarks(tree: PageTree): WallMarks {
  const boxes = findAll(
    tree,
    (element) => element.name !== "body" && element.name !== "html" && element.name !== "script" && wallName.test(namesOf(element)),
  );
  return {
    hasBox: boxes.some(
      (box) =>
        textOf(box).length >= 30 &&
        textOf(box).length <= 3_000 &&
        attr(box, "hidden") === "" &&
        !/display\s*:\s*none/i.test(attr(box, "style")),
    ),
    hasWords: findAll(tree, ({ name }) => name !== "script" && name !== "style" && name !== "noscript").some((element) =>
      element.children.some(
        (child) => child.type === "text" && child.data.length >= 12 && child.data.length <= 400 && wallWords.test(child.data),
      ),
    ),
  };
}

/** JSON-LD says that the article, or the part of it that is the text, is not free. */
function isStatedClosed(head: PageHead): boolean {
  const articles = head.things.filter((thing) => hasType(thing, /Article|Posting|Report|WebPage|CreativeWork/));
  const tier = head.meta.get("article:content_tier") ?? head.meta.get("og:article:content_tier") ?? "";
  return (
    /^(?:locked|metered|paid|premium)$/i.test(tier) ||
    articles.some((thing) => isClosed(thing) || valuesOf(thing, "hasPart").some((part) => isThing(part) && isClosed(part)))
  );
}

const isClosed = (thing: Thing): boolean =>
  valuesOf(thing, "isAccessibleForFree").some(
    (value) => value === false || /^(?:false|no|https?:\/\/schema\.org\/false)$/i.test(String(value)),
  );
