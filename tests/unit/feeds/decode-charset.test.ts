import { expect, it } from "vitest";
import { decodeCharset } from "@/lib/feeds/decode-charset";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

it("takes the byte order mark before every label", () => {
  expect(decodeCharset(bytes(0xff, 0xfe, 0x3c, 0x00, 0xe9, 0x00), "text/xml; charset=utf-8").text).toBe("<é");
  expect(decodeCharset(bytes(0xfe, 0xff, 0x00, 0x3c), null).text).toBe("<");
  expect(decodeCharset(bytes(0x3c, 0x00, 0x61, 0x00), null).charset).toBe("utf-16le");
});

it("takes HTTP's charset before the declaration", () => {
  const source = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>\xcf</a>', "latin1");
  expect(decodeCharset(source, "text/xml; charset=windows-1251").text).toContain("<a>П</a>");
  expect(decodeCharset(source, null).text).toContain("<a>Ï</a>");
});

it("believes bytes that are valid UTF-8 over a Latin label", () => {
  const decoded = decodeCharset(utf8('<?xml version="1.0" encoding="iso-8859-1"?><a>Zürich</a>'), null);
  expect(decoded.text).toContain("Zürich");
  expect(decoded.warnings).toEqual(["labelled iso-8859-1, but is utf-8"]);
});

it("reads windows-1252 that calls itself UTF-8, and keeps UTF-8 with one stray byte", () => {
  expect(decodeCharset(Buffer.concat([utf8("<a>caf"), bytes(0xe9, 0x20, 0x93)]), "text/xml; charset=utf-8").text).toBe("<a>café “");
  expect(decodeCharset(Buffer.concat([utf8("<a>é ü ñ"), bytes(0xe9)]), "text/xml; charset=utf-8").text).toBe("<a>é ü ñ\ufffd");
});

it("falls back to windows-1252 where statistics say nothing, and strips NUL", () => {
  expect(decodeCharset(bytes(0x3c, 0x61, 0x3e, 0x80, 0x00, 0x0b), null).text).toBe("<a>€");
});

it("reads East Asian charsets", () => {
  expect(decodeCharset(bytes(0x3c, 0x93, 0xfa, 0x96, 0x7b), "text/xml; charset=Shift_JIS").text).toBe("<日本");
  expect(decodeCharset(bytes(0x3c, 0xd6, 0xd0), "text/xml; charset=gb2312").text).toBe("<中");
});

it("heals text that was encoded twice, and leaves capitals before quotation marks alone", () => {
  expect(decodeCharset(utf8("<a>CrÃ©ation dâ€™un thÃ©Ã¢tre</a>"), null).text).toBe("<a>Création d’un théâtre</a>");
  const sound = "<a>« LIBERTÉ » «ÉGALITÉ» «FRATERNITÉ» à côté été</a>";
  expect(decodeCharset(utf8(sound), null).text).toBe(sound);
});

it("tells by statistics what nobody labelled", () => {
  const cyrillic = Buffer.from(
    "cff0e0e2e8f2e5ebfcf1f2e2ee20eeeff3e1ebe8eae2ee20ede0f7e0ebee20ede5e4e5ebe820e820f0e0e7eee2ee20eff0eee2e5f0ffe5f220efeef0f2fb",
    "hex",
  );
  const text = decodeCharset(Buffer.concat([utf8("<rss><title>"), cyrillic, cyrillic, utf8("</title></rss>")]), null);
  expect(text.charset).toBe("windows-1251");
  expect(text.text).toContain("Правительство");
  expect(text.warnings).toEqual(["states no charset; read as windows-1251"]);
  const french = Buffer.from("<p>L\x92été dernier, la forêt brûlait déjà près de Nîmes.</p>", "latin1");
  expect(decodeCharset(french, null).text).toBe("<p>L’été dernier, la forêt brûlait déjà près de Nîmes.</p>");
});
