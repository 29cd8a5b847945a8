import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { renderPicture } from "@/lib/platform/images/render-picture";

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#804020" } });

async function rendered(bytes: Uint8Array) {
  const result = await renderPicture(bytes);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

it.each(["jpeg", "png", "webp", "gif"] as const)("re-encodes %s as WebP and JPEG in every width up to its own", async (format) => {
  const value = await rendered(await picture(700, 400).toFormat(format).toBuffer());
  expect(value).toMatchObject({ width: 700, height: 400 });
  expect(value.files.map(({ width, format: kind }) => [width, kind])).toEqual([
    [320, "webp"],
    [320, "jpeg"],
    [640, "webp"],
    [640, "jpeg"],
  ]);
  const metadata = await Promise.all(value.files.map(({ bytes }) => sharp(bytes).metadata()));
  expect(metadata.map((each) => [each.width, each.height, each.format])).toEqual([
    [320, 183, "webp"],
    [320, 183, "jpeg"],
    [640, 366, "webp"],
    [640, 366, "jpeg"],
  ]);
});

it("keeps a picture narrower than the narrowest width at its own size", async () => {
  const value = await rendered(await picture(200, 100).jpeg().toBuffer());
  expect(value.files.map(({ width }) => width)).toEqual([320, 320]);
  expect(await sharp(value.files[0]?.bytes).metadata()).toMatchObject({ width: 200 });
});

it("turns a picture the way its camera was held", async () => {
  const value = await rendered(await picture(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer());
  expect(value).toMatchObject({ width: 300, height: 400 });
});

it("drops what the file says of camera, place and owner", async () => {
  const source = await picture(400, 300)
    .withExif({ IFD0: { Copyright: "hidden words", ImageDescription: "more of them" } })
    .jpeg()
    .toBuffer();
  expect(source.includes("hidden words")).toBe(true);
  for (const { bytes } of (await rendered(source)).files) expect(Buffer.from(bytes).includes("hidden words")).toBe(false);
});

it("draws grey and CMYK pictures in the colours of a screen", async () => {
  const grey = await rendered(await picture(400, 300).greyscale().jpeg().toBuffer());
  expect(grey.colour).toMatch(/^#([0-9a-f]{2})\1\1$/);
  const print = await rendered(await picture(400, 300).toColourspace("cmyk").jpeg().toBuffer());
  expect(await sharp(print.files[0]?.bytes).metadata()).toMatchObject({ space: "srgb", channels: 3 });
});

it("keeps what is see-through in WebP and lays it on white in JPEG", async () => {
  const clear = sharp({ create: { width: 400, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
  const value = await rendered(await clear.png().toBuffer());
  const [webp, jpeg] = value.files;
  expect(await sharp(webp?.bytes).metadata()).toMatchObject({ hasAlpha: true });
  expect([...(await sharp(jpeg?.bytes).resize(1, 1).raw().toBuffer())]).toEqual([255, 255, 255]);
  expect(value.colour).toBe("#ffffff");
});

it("makes the same bytes of the same picture, so that two addresses share their files", async () => {
  const source = await picture(700, 400).jpeg().toBuffer();
  expect((await rendered(source)).files).toEqual((await rendered(source)).files);
});

describe("refuses", () => {
  it.each([
    ["SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["HTML", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["a picture cut short", Buffer.from("\x89PNG\r\n\x1a\n not really", "latin1")],
    ["nothing", Buffer.alloc(0)],
  ])("%s", async (_what, bytes) => {
    expect(await renderPicture(bytes)).toMatchObject({ ok: false });
  });

  it("AVIF, TIFF, tracking pixels and strips", async () => {
    expect(await renderPicture(await picture(64, 64).avif().toBuffer())).toMatchObject({ ok: false });
    expect(await renderPicture(await picture(64, 64).tiff().toBuffer())).toMatchObject({ ok: false });
    expect(await renderPicture(await picture(1, 1).png().toBuffer())).toMatchObject({ ok: false });
    expect(await renderPicture(await picture(100, 2_000).png().toBuffer())).toMatchObject({ ok: false });
  });

  it("more pixels than memory is for", async () => {
    const bomb = await picture(10_000, 5_001).png().toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await renderPicture(bomb)).toMatchObject({ ok: false });
  });

  it("a picture that ends halfway", async () => {
    const whole = await sharp({
      create: { width: 900, height: 900, channels: 3, background: "#888", noise: { type: "gaussian", sigma: 40 } },
    })
      .jpeg()
      .toBuffer();
    expect(await renderPicture(whole.subarray(0, whole.length / 3))).toMatchObject({ ok: false });
  });
});
