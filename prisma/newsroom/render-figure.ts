import { escapeMarkup } from "./escape-markup";
import type { TitleQuirks } from "./title-quirks";
import type { NewsroomPicture } from "./types";

export type FigureStyle = Pick<TitleQuirks, "credit" | "lazyPictures"> & {
  /** Address of a picture at a width in pixels; may be relative when the document has a base. */
  pictureUrl: (key: string, width: number) => string;
};

/** A picture with caption and credit in the title's own manner, as well-formed HTML. */
export function renderFigure(picture: NewsroomPicture, style: FigureStyle): string {
  return `<figure>${renderImage(picture, style)}<figcaption>${captionMarkup(picture, style)}</figcaption></figure>`;
}

function renderImage(picture: NewsroomPicture, style: FigureStyle): string {
  const alt = escapeMarkup(picture.alt);
  const src = escapeMarkup(style.pictureUrl(picture.key, 960));
  if (style.lazyPictures) {
    const blank = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    return `<img class="lazy" src="${blank}" data-src="${src}" alt="${alt}" />`;
  }
  const srcset = [480, 960, 1600].map((width) => `${style.pictureUrl(picture.key, width)} ${width}w`).join(", ");
  return `<img src="${src}" srcset="${escapeMarkup(srcset)}" width="960" height="640" alt="${alt}" />`;
}

function captionMarkup(picture: NewsroomPicture, style: FigureStyle): string {
  const caption = escapeMarkup(picture.caption);
  const credit = escapeMarkup(picture.credit);
  if (credit === "") return caption;
  switch (style.credit) {
    case "photograph":
      return `${caption} Photograph: ${credit}`;
    case "parentheses":
      return `${caption} (${credit})`;
    case "dash":
      return `${caption} — ${credit}`;
    case "small":
      return `${caption} <small class="credit">${credit}</small>`;
    default:
      return style.credit satisfies never;
  }
}
