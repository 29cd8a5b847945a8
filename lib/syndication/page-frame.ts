/** What every page of the paper shares, as Next built it: the opening html tag, and style sheets, fonts, icons and the like. */
export type PageFrame = { htmlTag: string; headTags: string };

/**
 * Takes the frame out of a page that Next has rendered.
 *
 * @throws Error when the page is not shaped as Next shapes pages
 */
export function frameOf(html: string): PageFrame {
  const htmlTag = /<html[^>]*>/.exec(html)?.[0];
  const head = /<head>([\s\S]*?)<\/head>/.exec(html)?.[1];
  const tags = head?.match(/<(?:meta|link)\b[^>]*>/g)?.filter((tag) => !isOfThatPage.test(tag));
  if (!htmlTag || !tags?.some((tag) => tag.includes('rel="stylesheet"'))) throw new Error("The frame page has no style sheet in its head.");
  return { htmlTag, headTags: tags.join("") };
}

/** Next's scripts serve hydration, which printed pages have none of; robots and the like speak of the frame page itself. */
const isOfThatPage = /as="script"|rel="canonical"|name="(?:robots|description|next-size-adjust)"|property="og:/;
