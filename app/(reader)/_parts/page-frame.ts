import { env } from "@/lib/platform/env";
import { fetchOwnPage } from "@/lib/platform/own-web";

/** What every page of the paper shares, as Next built it: the opening html tag, and style sheets, fonts, icons and the like. */
export type PageFrame = { htmlTag: string; headTags: string };

let kept: Promise<PageFrame> | undefined;

/**
 * The frame of this build, read once a process off a page that holds nothing else (`app/frame`): only Next knows the
 * names of the style sheets and fonts that it built. While developing it is read anew each time, since they change.
 */
export function readFrame(): Promise<PageFrame> {
  if (kept && env().NODE_ENV === "production") return kept;
  const reading = fetchOwnPage("/frame").then(frameOf);
  kept = reading;
  reading.catch(() => {
    kept = undefined;
  });
  return reading;
}

/** @throws Error when the page is not shaped as Next shapes pages */
export function frameOf(html: string): PageFrame {
  const htmlTag = /<html[^>]*>/.exec(html)?.[0];
  const head = /<head>([\s\S]*?)<\/head>/.exec(html)?.[1];
  const tags = head?.match(/<(?:meta|link)\b[^>]*>/g)?.filter((tag) => !isOfThatPage.test(tag));
  if (!htmlTag || !tags?.some((tag) => tag.includes('rel="stylesheet"'))) throw new Error("The frame page has no style sheet in its head.");
  return { htmlTag, headTags: tags.join("") };
}

/** Next's scripts serve hydration, which members' pages have none of; robots and the like speak of the frame page itself. */
const isOfThatPage = /as="script"|rel="canonical"|name="(?:robots|description|next-size-adjust)"|property="og:/;
