import { describe, expect, it } from "vitest";
import { findOffenders, readSources, withoutComments } from "./source-files";

const code = readSources(["app", "components", "lib"]);
const everything = [...code, ...readSources(["prisma", "tests"])];

/** What only certain files may write, with the files that may and a line that the pattern must catch. */
const doors: { rule: string; pattern: RegExp; allowed: (string | RegExp)[]; caught: string[] }[] = [
  {
    rule: "only the body store touches article bodies",
    pattern: /\barticleBody\b|\barticle_body\b/,
    // The second names schema.org's key of that name in other people's pages, for the extractor; it has no database. The
    // third takes every right to the table away.
    allowed: ["lib/articles/body-store.ts", "lib/articles/internal/extract-article-key.ts", "lib/platform/postgres/web-role.ts"],
    caught: ["db.articleBody.findMany()", "SELECT html FROM article_body"],
  },
  {
    rule: "only the article body and the printed page set HTML",
    pattern: /dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML/,
    allowed: ["components/article/article-body.tsx", "components/frame/printed.tsx"],
    caught: ["<p dangerouslySetInnerHTML={x} />", "node.innerHTML = x"],
  },
  {
    rule: "only files named .client.tsx, and the error pages that Next wants so, run in the browser",
    pattern: /^\s*["']use client["']/m,
    allowed: [/[.]client[.]tsx$/, "app/error.tsx", "app/global-error.tsx"],
    caught: ['"use client";', "'use client'"],
  },
  {
    rule: "only the guarded fetcher, the call to our own web and the start command's own health check speak HTTP",
    pattern: /(?<![.\w])fetch\(|\bglobalThis\.fetch\b|\bnew (WebSocket|EventSource|XMLHttpRequest)\b/,
    allowed: [/^lib\/platform\/http\//, "lib/platform/revalidate.ts", "lib/cli/start/services.ts", /[.]client[.]tsx$/],
    caught: ["await fetch(url)", "globalThis.fetch", "new WebSocket(url)"],
  },
  {
    rule: "no library fetches for itself: what it reads is handed to it",
    pattern: /\bparseURL\b|\bfromURL\b|\bresources:\s*["'`]usable/,
    allowed: [],
    caught: ["new Parser().parseURL(url)", "JSDOM.fromURL(url)", 'new JSDOM(html, { resources: "usable" })'],
  },
  {
    rule: "nobody loads a module past the import rules, but for what a bundler or a package's folder makes necessary",
    pattern: /\bgetBuiltinModule\b|\bcreateRequire\b/,
    allowed: ["app/(reader)/_parts/print-page.ts", "lib/platform/postgres/postgres-home.ts", "lib/platform/migrations/schema-engine.ts"],
    caught: ['process.getBuiltinModule("node:http")', "createRequire(import.meta.url)"],
  },
  {
    rule: "only lib/platform/env reads the environment",
    pattern: /\bprocess\.env\b|\bprocess\[/,
    allowed: ["lib/platform/env.ts"],
    caught: ["const port = process.env.PORT", 'process["env"]'],
  },
  {
    rule: "nobody writes SQL by joining strings",
    pattern: /\$(queryRawUnsafe|executeRawUnsafe)\b/,
    allowed: [],
    caught: ["db.$queryRawUnsafe(sql)", "tx.$executeRawUnsafe(sql)"],
  },
];

describe.each(doors)("$rule", ({ pattern, allowed, caught }) => {
  it.each(caught)("sees %s", (line) => {
    expect(pattern.test(withoutComments(line))).toBe(true);
  });

  it("holds", () => {
    expect(findOffenders(code, pattern, allowed)).toEqual([]);
  });

  it("allows no file that is gone", () => {
    const paths = code.map((source) => source.path);
    expect(allowed.filter((rule) => typeof rule === "string" && !paths.includes(rule))).toEqual([]);
  });
});

describe("the size of files", () => {
  it("stays at 300 lines, 500 for tests", () => {
    const tooLong = everything.filter((source) => source.lines > (source.path.startsWith("tests/") ? 500 : 300));
    expect(tooLong.map((source) => `${source.path}: ${source.lines}`)).toEqual([]);
  });

  it("has a median of at most 60 lines", () => {
    const sorted = code.map((source) => source.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60);
  });
});

it("has files in known rooms only", () => {
  const rooms =
    /^lib\/(core|platform|audit|entitlements|accounts|billing|feeds|articles|stories|topics|reading|ranking|search|editorial|partners|payouts|operations|newsletters|syndication|jobs|cli)\//;
  expect(code.map((source) => source.path).filter((file) => file.startsWith("lib/") && !rooms.test(file))).toEqual([]);
});

it("has no barrels", () => {
  expect(everything.map((source) => source.path).filter((file) => /\/index[.]tsx?$/.test(file))).toEqual([]);
});

describe("comments left out", () => {
  it("does not hide code behind an address", () => {
    expect(withoutComments('fetch("https://a.example/x"); // fetch(')).toBe('fetch("https://a.example/x"); ');
  });
});
