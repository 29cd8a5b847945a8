import sharp, { type Sharp } from "sharp";
import { type MediaFormat, type MediaWidth, mediaWidthsOf } from "@/lib/core/media-href";
import { err, ok, type Result } from "@/lib/core/result";
import type { RenderedPicture } from "./rendered-picture";

/** Above this a file is a bomb or a print original: 50 megapixels are 200 MB when decoded. */
const pixelsMax = 50_000_000;
const webpQuality = 74;
const jpegQuality = 78;
/** Smaller than this on a side is a tracking pixel or an icon. */
const sideMin = 16;
/** Taller than this many times its width is a strip that no place on a page shows, and costs seconds to encode. */
const tallnessMax = 8;

// libvips can read formats with a long history of holes; only these four loaders stay open.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer", "VipsForeignLoadNsgifBuffer"],
});
// One core for pictures leaves the other to the pages; a cache would only keep strangers' pixels.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Decodes PNG, JPEG, GIF (first frame) or WebP bytes once and re-encodes them as WebP and JPEG in each width the
 * picture is big enough for: what leaves here was drawn by us, so nothing a publisher hid in the file reaches a
 * reader. SVG and AVIF are refused by their first bytes. Metadata is dropped, colours become sRGB.
 *
 * Only for the picture process: a decoder's crash takes the process it runs in.
 *
 * @returns the renditions, or in our words why the bytes are no picture
 */
export async function renderPicture(bytes: Uint8Array): Promise<Result<RenderedPicture, string>> {
  if (!isKnownFormat(bytes)) return err("not PNG, JPEG, GIF or WebP");
  try {
    const source = sharp(bytes, { limitInputPixels: pixelsMax, failOn: "error", animated: false, autoOrient: true });
    const { width, height } = (await source.metadata()).autoOrient;
    if (width < sideMin || height < sideMin) return err(`${width} × ${height} pixels`);
    if (height > width * tallnessMax) return err(`${width} × ${height} pixels, a strip`);
    const widths = mediaWidthsOf(width);
    const base = await decodeOnce(source, widths.at(-1) ?? width);
    const files: RenderedPicture["files"] = [];
    for (const each of widths) {
      files.push({ width: each, format: "webp", bytes: await encode(base, each, "webp") });
      files.push({ width: each, format: "jpeg", bytes: await encode(base, each, "jpeg") });
    }
    return ok({ width, height, colour: await averageColour(base), files });
  } catch {
    return err("could not be decoded");
  }
}

function isKnownFormat(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return (
    head.startsWith("\x89PNG\r\n\x1a\n") ||
    head.startsWith("\xff\xd8\xff") ||
    head.startsWith("GIF8") ||
    (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP")
  );
}

/** Decoding is what costs: the widest rendition's pixels serve all others. */
async function decodeOnce(source: Sharp, width: number): Promise<Sharp> {
  const { data, info } = await source
    .resize({ width, withoutEnlargement: true })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

function encode(base: Sharp, width: MediaWidth, format: MediaFormat): Promise<Uint8Array> {
  const sized = base.clone().resize({ width, withoutEnlargement: true });
  switch (format) {
    case "webp":
      return sized.webp({ quality: webpQuality }).toBuffer();
    case "jpeg":
      return sized.flatten({ background: "#ffffff" }).jpeg({ quality: jpegQuality, progressive: true }).toBuffer();
    default:
      return format satisfies never;
  }
}

async function averageColour(base: Sharp): Promise<string> {
  const pixel = await base
    .clone()
    .flatten({ background: "#ffffff" })
    .resize(1, 1, { fit: "fill" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer();
  const [red = 0, green = red, blue = red] = pixel;
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
