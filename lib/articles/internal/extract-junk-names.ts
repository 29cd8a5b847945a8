import { attr, type PageElement } from "./extract-tree";

/** How sure names are: such a box goes if it holds no more than this share of the page's prose. */
export const junkShares = { none: -1, likely: 0.35, comments: 0.8, consent: 1 } as const;

/**
 * Whether the names that a page gives an element (classes, id, label) say that it is no part of the article, and how
 * surely. Words are read whole, in all the ways names are put together: "related-articles", "RelatedArticles".
 *
 * @returns the largest share of the page's prose at which the names are believed; -1 where they say nothing
 */
export function junkShareMax(element: PageElement): number {
  const names = `${attr(element, "class")} ${attr(element, "id")} ${attr(element, "data-component")} ${attr(element, "data-testid")} ${attr(element, "data-type")}`;
  // WordPress writes an article's own tags and categories into the classes of the article.
  if (names.trim() === "" || /(?:^|\s)(?:hentry|post-\d+|type-post|status-publish|page-id-\d+)(?:\s|$)/.test(names)) return junkShares.none;
  if (/article-?body|entry-?content|story-?body|post-?content|foot-?note|end-?note/i.test(names)) return junkShares.none;
  const words = names
    .split(/\s+/)
    .filter((name) => name !== "" && name.length < 120)
    .map(wordsOf);
  if (words.some((word) => consent.test(word))) return junkShares.consent;
  if (words.some((word) => comments.test(word) && !wrapper.test(word))) return junkShares.comments;
  return words.some((word) => junk.test(word) && !wrapper.test(word)) ? junkShares.likely : junkShares.none;
}

const consent =
  /-(?:onetrust|consent|gdpr|cookie|cookies|cookiebot|cookie-?(?:banner|notice|consent|law|policy|bar|wall)|didomi|usercentrics|cmp-?(?:banner|box|consent|modal|notice|overlay|popup|wall)|sp-message|truste)-/;
const comments = /-(?:comments?|comment-?(?:list|form|area|section|thread|body|text)|commentlist|disqus|livefyre|respond)-/;

/** "RelatedArticles", "c_related__box" → "-related-articles-", "-c-related-box-". */
const wordsOf = (name: string): string =>
  `-${name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")}-`;

/** Names of states and of page-wide wrappers: "has-sidebar", "no-comments", "with-related". */
const wrapper =
  /^-(has|with|no|is|not|js|without|hide|show|supports|layout|page|wrapper|container|content|main|body)-|-(wrapper-main|layout|enabled|disabled|page|template|grid)-$/;

const junk = new RegExp(
  `-(${[
    "related|recirc\\w*|recommend\\w*|more-(?:from|on|stories|articles|news|like|in)|read-(?:more|next|also|on|it)|also-read|see-also|you-may|you-might|up-next|next-(?:article|story|post|up)|prev(?:ious)?-next|most-(?:read|viewed|popular|shared|commented)|trending|popular(?:-\\w+)?|top-(?:stories|news)|latest(?:-\\w+)?|teasers?|outbrain|taboola|zergnet|revcontent|mgid|ligatus|plista|disqus|jp-relatedposts|yarpp\\w*|crp-related|readmore|mehr-zum-thema|weiterlesen",
    "newsletters?|subscri(?:be|ption|ptions|ber)|sign-?up|opt-?in|register-?wall|regwall|call-to-action|cta|donat\\w+|support-us|mailing-?list|mc-embed|mailchimp|e-?mail-(?:alert|alerts|signup|form)",
    "social|socials|share|shares|sharing|sharebar|share-?(?:bar|tools|links|buttons?|this)|addthis\\w*|addtoany|a2a|sharedaddy|shariff|sociable|ssba|heateor|follow(?:-us)?|tweet-(?:this|button)|fb-like|whatsapp|print-(?:button|link)",
    "comments?|commentary-list|comment-?(?:list|form|area|section|count)|respond|discussion|discuss|livefyre|coral|replies|reader-reactions?",
    "sidebar|side-?bar|aside-bar|right-?(?:rail|col|column)|rail|skyscraper|(?:sidebar|footer|header|related|social)-?widgets?|breadcrumbs?|crumbs?|pagination|pager|page-nav|pagenav|navigation|navbar|nav|menu|submenu|site-(?:header|footer)|masthead|page-(?:header|footer)|global-(?:header|footer|nav)|footer-(?:links|nav)|topbar|toolbar|skip-?(?:link|to-content|nav)|back-to-top|a11y-skip|toc|table-of-contents",
    "ad|ads|adv|advert\\w*|adslot|ad-?(?:slot|unit|container|wrapper|box|placeholder|label)|dfp\\w*|gpt|sponsor(?:ed|s)?|promo(?:s|ted|tion|tions|box)?|banner|affiliate-?(?:disclaimer|disclosure)|adsense|adsbygoogle|commercial|partner-?(?:links|content)|marketing|native-ad",
    "cookies?|consent|gdpr|privacy-?(?:notice|banner)|onetrust\\w*|modal|popup|pop-up|overlay|lightbox|interstitial|toast|tooltip|flyout|offcanvas|dropdown",
    "tags|tag-?(?:list|cloud|links)|post-?tags|entry-?tags|article-?tags|topics?|topic-?(?:list|tags|links)|keywords|categories|cat-links|post-?categor(?:y|ies)|filed-under|taxonomy",
    "byline|by-line|author(?:s)?|author-?(?:info|bio|box|card|name|details|meta|block)|bio|biography|about-(?:the-)?authors?|contributors?|writer-?(?:info|bio)|vcard|dateline-?(?:date|time)|datetime|date|dates|date-?(?:time|line|published|posted)|pub-?date|publish-?date|published|timestamp|time-?stamp|last-?(?:updated|modified)|article-?(?:meta|info|date|details|tools|actions)|post-?(?:meta|info|date)|entry-?(?:meta|info|date|footer)|metadata|meta|read(?:ing)?-?time|time-to-read|views?-count|hits",
    "copyright|legal|disclaimer|print-?only|only-?print|screen-?reader(?:-text)?|sr-only|visually-?hidden|visuallyhidden|(?<!label-)hidden|noprint|no-print|hide-on-print|editor-?picks|rating|ratings|vote|votes|poll|quiz|survey|feedback|correction-form|report-(?:error|typo)|audio-?player|video-?player|jw-?player|player|listen|text-to-speech|tts|playlist|paywall-?(?:message|prompt|overlay|banner)|login|log-in|sign-in|weather|stock-?ticker|ticker|horoscope|game|games|puzzle|event-?calendar|calendar|coupon|deal-?box",
  ].join("|")})-`,
);
