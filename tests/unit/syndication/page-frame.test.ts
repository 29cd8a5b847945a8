import { expect, it } from "vitest";
import { frameOf } from "@/lib/syndication/page-frame";

const page = (head: string) => `<!DOCTYPE html><html lang="en" class="a b"><head>${head}</head><body>words</body></html>`;
const sheet = '<link rel="stylesheet" href="/_next/static/chunks/one.css" data-precedence="next"/>';

it("keeps the html tag, style sheets, fonts, icons and metas", () => {
  const shared = `<meta charSet="utf-8"/>${sheet}<link rel="preload" href="/f.woff2" as="font" crossorigin=""/><link rel="icon" href="/icon.svg"/>`;
  expect(frameOf(page(shared))).toEqual({ htmlTag: '<html lang="en" class="a b">', headTags: shared });
});

it("leaves out Next's scripts and what the frame page says of itself", () => {
  const own =
    '<link rel="preload" as="script" href="/_next/x.js"/><script src="/_next/x.js" async=""></script><title>Frame · Broadsheet</title>' +
    '<meta name="description" content="d"/><meta name="robots" content="noindex, nofollow"/><link rel="canonical" href="http://x/frame"/>';
  expect(frameOf(page(sheet + own)).headTags).toBe(sheet);
});

it("refuses a page without a style sheet: a member would get bare text", () => {
  expect(() => frameOf(page('<meta charSet="utf-8"/>'))).toThrow("no style sheet");
  expect(() => frameOf("busy")).toThrow();
});
