import sharp, { type Sharp } from "sharp";
import { mediaWidths } from "@/lib/core/media-href";
import { err, ok, type Result } from "@/lib/core/result";

/** A picture re-encoded by us in each width it is big enough for; width and height are the source's, turned upright. */
export type RenderedPicture = {
  width: number;
  height: number;
  /** Average colour, #rrggbb. */
  colour: string;
  files: { width: (typeof mediaWidths)[number]; bytes: Uint8Array }[];
};

export type PictureFault = { kind: "not-a-picture"; reason: string };

/** Above this a file is a bomb or a print original: 50 megapixels are 200 MB when decoded. */
const pixelsMax = 50_000_000;
const webpQuality = 74;
/** Smaller than this on a side is a tracking pixel or an icon. */
const sideMin = 16;

// libvips can read formats with a long history of holes; only these four loaders stay open.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer", "VipsForeignLoadNsgifBuffer"],
});

/**
 * Decodes PNG, JPEG, GIF (first frame) or WebP bytes and re-encodes them as WebP: what leaves here was drawn by
 * us, so nothing a publisher hid in the file reaches a reader. SVG and AVIF are refused by their first bytes.
 */
export async function renderPicture(bytes: Uint8Array): Promise<Result<RenderedPicture, PictureFault>> {
  if (!isKnownFormat(bytes)) return err({ kind: "not-a-picture", reason: "not PNG, JPEG, GIF or WebP" });
  try {
    const source = sharp(bytes, { limitInputPixels: pixelsMax, failOn: "error", animated: false, autoOrient: true });
    const { width, height } = await uprightSize(source);
    if (width < sideMin || height < sideMin) return err({ kind: "not-a-picture", reason: `${width} × ${height} pixels` });
    const widths = mediaWidths.filter((each, index) => index === 0 || each <= width);
    const files = [];
    for (const each of widths) files.push({ width: each, bytes: await encode(source, each) });
    return ok({ width, height, colour: await averageColour(source), files });
  } catch {
    return err({ kind: "not-a-picture", reason: "could not be decoded" });
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

async function uprightSize(source: Sharp): Promise<{ width: number; height: number }> {
  const { autoOrient } = await source.metadata();
  return autoOrient;
}

const encode = (source: Sharp, width: number): Promise<Uint8Array> =>
  source.clone().resize({ width, withoutEnlargement: true }).webp({ quality: webpQuality }).toBuffer();

async function averageColour(source: Sharp): Promise<string> {
  const pixel = await source
    .clone()
    .flatten({ background: "#ffffff" })
    .resize(1, 1, { fit: "fill" })
    .toColourspace("srgb")
    .raw()
    .toBuffer();
  const [red = 0, green = red, blue = red] = pixel;
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
