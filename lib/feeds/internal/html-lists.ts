/** What a text may hold, by kind. */
const blocks = ["p", "div", "blockquote", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "pre", "figure", "figcaption"];
const tables = ["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"];
const phrases = [
  "a",
  "abbr",
  "b",
  "bdi",
  "bdo",
  "cite",
  "code",
  "del",
  "em",
  "i",
  "ins",
  "kbd",
  "mark",
  "q",
  "rp",
  "rt",
  "ruby",
  "s",
  "samp",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "time",
  "u",
  "var",
];
/** Elements within a line of text. */
export const phraseTags: ReadonlySet<string> = new Set(phrases);
const voids = ["br", "hr", "img", "wbr"];

/** Their content is no text for readers. */
export const silentTags = [
  "script",
  "style",
  "textarea",
  "option",
  "select",
  "button",
  "noscript",
  "template",
  "xmp",
  "iframe",
  "noembed",
  "noframes",
  "plaintext",
  "object",
  "applet",
  "svg",
  "math",
  "title",
  "head",
  "audio",
  "video",
  "canvas",
  "map",
  "datalist",
];

/** First those that are met most: the sanitiser goes through the list from its start, at every tag and every text. */
const usual = ["p", "a", "em", "strong", "br", "li", "span", "img"];

/** Every element that may stand in a text of ours. */
export const allowedTags = [...new Set([...usual, ...blocks, ...tables, ...phrases, ...voids])];

/** Elements that mean something without words in them. */
export const emptyTags: ReadonlySet<string> = new Set(["br", "hr", "img", "wbr", "td", "th", "tr", "thead", "tbody", "tfoot"]);

/** Every attribute that may stand on them; the shape of its value is checked before. */
export const allowedAttributes = {
  "*": ["lang", "dir"],
  a: ["href", "title", "rel"],
  img: ["src", "alt", "width", "height", "loading", "decoding"],
  abbr: ["title"],
  time: ["datetime"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
  ol: ["start", "reversed"],
  li: ["value"],
};
