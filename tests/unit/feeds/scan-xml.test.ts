import fc from "fast-check";
import { expect, it } from "vitest";
import { scanXml } from "@/lib/feeds/internal/scan-xml";

function scan(
  source: string,
  isDone = (_events: string[]) => false,
): { events: string[]; warnings: string[]; unclosed: number; end: number } {
  const events: string[] = [];
  let unclosed = 0;
  const { warnings, end } = scanXml(source, {
    open: (name, attributes) => {
      events.push(`<${name}${attributes}>`);
      unclosed += 1;
      return name === "title";
    },
    text: (text) => events.push(text),
    close: () => {
      events.push("/");
      unclosed -= 1;
    },
    get isDone() {
      return isDone(events);
    },
  });
  return { events, warnings, unclosed, end };
}

it("stops where no more is wanted, with everything closed and nothing complained of", () => {
  expect(scan("<a><b/><b>two</b><b/></a>", (events) => events.filter((event) => event === "<b>").length === 2)).toEqual({
    events: ["<a>", "<b>", "/", "<b>", "/", "/"],
    warnings: [],
    unclosed: 0,
    end: 10,
  });
});

it("reports elements, decoded text and CDATA in document order", () => {
  expect(scan('<?xml version="1.0"?><!-- c --><a x="1>2">b &amp; &eacute; &unknown; & <![CDATA[<c> &amp;]]><d/></a>after').events).toEqual([
    '<a x="1>2">',
    "b & é &unknown; & ",
    "<c> &amp;",
    "<d>",
    "/",
    "/",
  ]);
});

it("reports markup inside a text element as its source", () => {
  expect(scan("<a><title>One <b>two</b> &amp; <![CDATA[<3>]]></title></a>").events).toEqual([
    "<a>",
    "<title>",
    "One <b>two</b> &amp; &lt;3&gt;",
    "/",
    "/",
  ]);
});

it("mends wrong, missing and surplus closing tags, and says so", () => {
  const { events, warnings } = scan("<a><b><c>x</b></d><e>");
  expect(events).toEqual(["<a>", "<b>", "<c>", "x", "/", "/", "<e>", "/", "/"]);
  expect(warnings).toHaveLength(3);
});

it("closes whatever it opens, for any source", () => {
  const piece = fc.constantFrom(
    "<a>",
    "</a>",
    "<title>",
    "</title>",
    "<item ",
    'x="',
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE [",
    "&",
    "<",
    ">",
    "'",
    "t",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      expect(scan(pieces.join("")).unclosed).toBe(0);
    }),
  );
});
