import { extractKillably, stopExtracting } from "@/lib/articles/extract-gateway";

/** Processor time of single pages, in ms. */
export function timings(ms: readonly number[]): { p50: number; p99: number } {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Pages that were made to hang or to fill the memory. */
function hostilePages(): { name: string; html: string }[] {
  const many = (piece: string, times: number) => piece.repeat(times);
  return [
    { name: "deep nesting", html: `<body>${many("<div>", 200_000)}text` },
    { name: "deep formatting", html: `<body><p>${many("<b><i>", 150_000)}text` },
    { name: "misnested formatting", html: `<body>${many("<a><b><p>x</a></b>", 60_000)}` },
    { name: "tables in tables", html: `<body>${many("<table><tr><td>", 60_000)}` },
    { name: "many paragraphs", html: `<body><article>${many("<p>A sentence, with a comma, of some length that counts.</p>", 60_000)}` },
    { name: "many small boxes", html: `<body>${many("<div><span>text, more text, and a link</span></div>", 90_000)}` },
    { name: "links in lists", html: `<body><ul>${many("<li><a href=x>link</a>", 100_000)}</ul>` },
    { name: "unclosed comments", html: `<body>${many("<!--", 500_000)}` },
    { name: "unclosed tags", html: `<body>${many("<p class=", 400_000)}` },
    { name: "one long class", html: `<body><div class="${many("related-", 500_000)}">text</div>` },
    { name: "many attributes", html: `<body><p ${Array.from({ length: 200_000 }, (_, index) => `a${index}=1`).join(" ")}>text</p>` },
    {
      name: "deep JSON-LD",
      html: `<script type="application/ld+json">${many('{"@type":"Article","a":', 40_000)}1${many("}", 40_000)}</script><body><p>text`,
    },
    { name: "spaces", html: `<body><p>${many(" \n\t", 1_500_000)}text` },
  ];
}

export type HostileRun = { name: string; ms: number; outcome: string };

/** Runs each hostile page through the killable pool and says how long it took to be rid of it. */
export async function runHostile(): Promise<HostileRun[]> {
  const runs: HostileRun[] = [];
  for (const { name, html } of hostilePages()) {
    // A process that is there: the start of the next one after a kill is no part of this page's time.
    await extract("<body><p>text");
    const start = performance.now();
    const outcome = await extract(html);
    runs.push({ name, ms: Math.round(performance.now() - start), outcome });
  }
  await stopExtracting();
  return runs;
}

async function extract(html: string): Promise<string> {
  const extracted = await extractKillably({
    bytes: Buffer.from(html),
    url: "https://hostile.example/",
    contentType: "text/html",
    pictureWidth: null,
  });
  return extracted.ok ? "read" : extracted.error.kind;
}
