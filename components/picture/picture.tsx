import type { CSSProperties } from "react";
import type { Picture as PictureView } from "@/lib/articles/types";
import { pictureSource } from "./picture-source";

type PictureProps = {
  picture: PictureView;
  /** The `sizes` attribute; without it the smallest picture is enough. */
  sizes?: string;
  /** The widest picture worth sending. */
  widthMax?: number;
  isLead?: boolean;
};

/** The one way a picture is put on a page. Its box is the stylesheet's; the colour shows until it has come. */
export function Picture({ picture, sizes, widthMax = 960, isLead = false }: PictureProps) {
  const source = pictureSource(picture.hash, picture.width, sizes ? widthMax : 320);
  const style = picture.colour ? ({ "--pc": picture.colour } as CSSProperties) : undefined;
  return (
    // biome-ignore lint/performance/noImgElement: our own /media makes the sizes; next/image would cost client script.
    <img
      src={source.src}
      srcSet={source.srcSet}
      sizes={source.srcSet ? sizes : undefined}
      width={picture.width ?? undefined}
      height={picture.height ?? undefined}
      alt={picture.alt}
      loading={isLead ? undefined : "lazy"}
      fetchPriority={isLead ? "high" : undefined}
      decoding="async"
      style={style}
      // The page's script may mark a failed picture before React reads it.
      suppressHydrationWarning
    />
  );
}
