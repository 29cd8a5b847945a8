import sharp from "sharp";
import { expect, it } from "vitest";
import { renderPicture } from "@/lib/articles/render-picture";

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#804020" } });

it.each(["jpeg", "png", "webp", "gif"] as const)("re-encodes %s as WebP in every width up to its own", async (format) => {
  const rendered = await renderPicture(await picture(700, 400).toFormat(format).toBuffer());
  if (!rendered.ok) throw new Error(rendered.error.reason);
  expect(rendered.value).toMatchObject({ width: 700, height: 400 });
  expect(rendered.value.files.map(({ width }) => width)).toEqual([320, 640]);
  const metadata = await Promise.all(rendered.value.files.map(({ bytes }) => sharp(bytes).metadata()));
  expect(metadata.map(({ format: written, width }) => [written, width])).toEqual([
    ["webp", 320],
    ["webp", 640],
  ]);
});

it("keeps a picture narrower than the narrowest width at its own size", async () => {
  const rendered = await renderPicture(await picture(200, 100).jpeg().toBuffer());
  expect(rendered.ok && rendered.value.files.map(({ width }) => width)).toEqual([320]);
});

it("turns a picture the way its camera was held", async () => {
  const rendered = await renderPicture(await picture(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer());
  expect(rendered).toMatchObject({ ok: true, value: { width: 300, height: 400 } });
});

it.each([
  ["SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ["HTML", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["a picture cut short", Buffer.from("\x89PNG\r\n\x1a\n not really", "latin1")],
  ["nothing", Buffer.alloc(0)],
])("refuses %s", async (_what, bytes) => {
  expect(await renderPicture(bytes)).toMatchObject({ ok: false, error: { kind: "not-a-picture" } });
});

it("refuses AVIF and tracking pixels", async () => {
  expect(await renderPicture(await picture(64, 64).avif().toBuffer())).toMatchObject({ ok: false });
  expect(await renderPicture(await picture(1, 1).png().toBuffer())).toMatchObject({ ok: false });
});
