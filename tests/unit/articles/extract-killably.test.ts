import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, expect, it } from "vitest";
import { extractKillably, stopExtracting } from "@/lib/articles/extract-gateway";
import { extractCommand } from "@/lib/cli/commands/extract";

afterAll(stopExtracting);

const order = (html: string) => ({
  bytes: Buffer.from(html),
  url: "https://tidewater.example/a",
  contentType: null,
  pictureWidth: 960 as const,
});

it("kills a page that was made to hang, and reads the next", async () => {
  const start = performance.now();
  const hostile = await extractKillably(order(`<body>${"<a><b><p>x</a></b>".repeat(60_000)}`));
  if (!hostile.ok) expect(hostile.error.kind).toBe("killed");
  // Two seconds for the page, the rest for a cold thread on a busy machine.
  expect(performance.now() - start).toBeLessThan(30_000);
  const words = "<p>A page with a picture and enough words, and commas, to be read as an article by whoever looks for one.</p>";
  const next = await extractKillably(
    order(`<body><article>${words}<figure><img src="/p.jpg" width="800" height="600"></figure>${words}${words}</article>`),
  );
  expect(next).toMatchObject({ ok: true, value: { bodyMedia: [{ sourceUrl: "https://tidewater.example/p.jpg" }] } });
}, 60_000);

async function run(args: string[], input = ""): Promise<{ code: number; out: string; err: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(input);
  const code = await extractCommand(args, { stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

it("prints a page as documented, and an error with exit code 2 for what is none", async () => {
  const read = await run(
    ["-", "--url", "https://tidewater.example/a"],
    "<html><head><title>Tides</title></head><body><p>High water at six in the morning.</p></body></html>",
  );
  expect(read.code).toBe(0);
  expect(Object.keys(JSON.parse(read.out)).sort()).toEqual(
    [
      "title",
      "byline",
      "siteName",
      "section",
      "publishedAt",
      "modifiedAt",
      "language",
      "direction",
      "html",
      "text",
      "images",
      "paywalled",
    ].sort(),
  );
  const none = await run(["-", "--url", "https://tidewater.example/a"], "just words");
  expect(none).toMatchObject({ code: 2 });
  expect(JSON.parse(none.out)).toMatchObject({ error: { kind: "not-a-page" } });
  expect((await run(["-"])).code).toBe(1);
}, 60_000);
