import { escapeMarkup } from "./escape-markup";
import { type FigureStyle, renderFigure } from "./render-figure";
import type { NewsroomArticle } from "./types";

export type BodyStyle = FigureStyle & {
  /** Put the first picture at the top when the text itself does not show it. */
  leadInBody: boolean;
};

/**
 * An article's text as HTML that is also well-formed XML.
 *
 * Blocks: a paragraph; "## subhead"; "> quotation — speaker"; "![key]" a picture. `_x_` is emphasis.
 */
export function renderBody(article: Pick<NewsroomArticle, "body" | "pictures">, style: BodyStyle): string {
  const lead = article.pictures[0];
  const blocks = article.body.map((block) => renderBlock(block.trim(), article, style));
  if (style.leadInBody && lead !== undefined && !article.body.some((block) => block.trim() === `![${lead.key}]`)) {
    blocks.unshift(renderFigure(lead, style));
  }
  return blocks.filter((block) => block !== "").join("\n");
}

/** A text's `_x_` as emphasis, everything else escaped. */
export function renderInline(text: string): string {
  return escapeMarkup(text).replace(/(?<![A-Za-z0-9])_([^_]+)_(?![A-Za-z0-9])/g, "<em>$1</em>");
}

/** One text with its emphasis marks taken off. */
export function plainInline(text: string): string {
  return text.replace(/(?<![A-Za-z0-9])_([^_]+)_(?![A-Za-z0-9])/g, "$1");
}

function renderBlock(block: string, article: Pick<NewsroomArticle, "pictures">, style: FigureStyle): string {
  const pictureKey = /^!\[(.*)\]$/.exec(block)?.[1];
  if (pictureKey !== undefined) {
    const picture = article.pictures.find((one) => one.key === pictureKey);
    return picture === undefined ? "" : renderFigure(picture, style);
  }
  if (block.startsWith("## ")) return `<h2>${renderInline(block.slice(3))}</h2>`;
  if (block.startsWith("> ")) return renderQuotation(block.slice(2));
  return `<p>${renderInline(block)}</p>`;
}

function renderQuotation(text: string): string {
  const dash = text.lastIndexOf(" — ");
  if (dash < 0) return `<blockquote><p>${renderInline(text)}</p></blockquote>`;
  return `<blockquote><p>${renderInline(text.slice(0, dash))}</p><footer>— <cite>${renderInline(text.slice(dash + 3))}</cite></footer></blockquote>`;
}
