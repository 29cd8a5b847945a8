import { Picture } from "@/components/picture/picture";
import type { Picture as PictureView } from "@/lib/articles/types";

type LeadFigureProps = { picture: PictureView; language: string | undefined };

/** The first picture: caption at the start, credit at the end. */
export function LeadFigure({ picture, language }: LeadFigureProps) {
  const hasWords = picture.caption !== "" || picture.credit !== "";
  return (
    <figure className="article-picture">
      <Picture picture={picture} sizes="(min-width: 62rem) 56rem, 100vw" widthMax={1440} isLead />
      {hasWords && (
        <figcaption lang={language}>
          {picture.caption}
          {picture.credit !== "" && <span className="credit">{picture.credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
