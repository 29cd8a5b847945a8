import { chromium, type Page } from "@playwright/test";
import { chromiumFlags, findChromium } from "@/tests/support/chromium";
import { type Construct, type Document, listenForScript, showDocuments } from "./listen-for-script";
import { loadVectors } from "./load-vectors";
import { printVector } from "./print-vector";
import { feedsOf } from "./vector-feed";
import { viewVector } from "./view-vector";

/**
 * Shows every attack string through every sink in Chromium, with no policy to help, and the same strings raw as the
 * control. Arguments: certificates' folder (unused), corpus folder or "".
 */
const vectors = loadVectors(process.argv[3] || null);
const batchSize = 40;
const groupSize = 8;
/** Raw strings wait for each other: a frame that one of them keeps from loading is waited for. */
const rawBatchSize = 80;
/** Frames leave something behind; a fresh page after so many strings keeps the browser small. */
const stringsPerPage = 800;

const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  // Wherever this runs, no name leads anywhere.
  args: [...chromiumFlags, "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9"],
});
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

type Make = (vector: string, at: number) => Promise<Document[]>;
type Shown = { ran: Set<string>; constructs: Construct[] };

let refused = 0;
let pages = 0;
const showRaw: Make = async (vector, at) => [{ id: `v-${at}`, html: `<!doctype html><body><p>${vector}</p></body>` }];
const showPrinted: Make = async (vector, at) => {
  const made: string[] = [];
  for (const feed of feedsOf(vector)) {
    const view = await viewVector(feed, vector);
    if (view === null) refused += 1;
    else made.push(printVector(view));
  }
  pages += made.length;
  // A string that swallows what follows it would hide its neighbours' faults: each must leave its end mark standing.
  return [{ id: `v-${at}`, html: made.map((html) => `<div>${html}</div><i data-end="v-${at}"></i>`).join("") }];
};
// The control mostly waits, the other mostly works.
const [raw, printed] = await Promise.all([
  showAll(showRaw, rawBatchSize, (documents) => documents),
  showAll(showPrinted, batchSize, together),
]);
say({ kind: "raw", vectors: vectors.length, ran: countVectors(raw.ran) });
say({ kind: "printed", pages, refused, ran: countVectors(printed.ran), constructs: printed.constructs.length });
for (const id of [...printed.ran].slice(0, 20)) say({ kind: "fault", what: "ran", id, vector: vectorOf(id) });
for (const each of printed.constructs.slice(0, 20)) say({ kind: "fault", what: each.what, id: each.id, vector: vectorOf(each.id) });
await browser.close();
process.exit(0);

/** Several to a frame: a frame costs the browser more than what is in it. */
function together(documents: Document[]): Document[] {
  const groups = Array.from({ length: Math.ceil(documents.length / groupSize) }, (_, at) =>
    documents.slice(at * groupSize, (at + 1) * groupSize),
  );
  return groups.map((group) => ({
    id: group[0]?.id ?? "",
    html: `<!doctype html><html><body>${group.map((each) => each.html).join("")}</body></html>`,
    ends: group.length,
  }));
}

async function showAll(make: Make, size: number, arrange: (documents: Document[]) => Document[]): Promise<Shown> {
  const shown: Shown = { ran: new Set(), constructs: [] };
  const makeBatch = async (start: number): Promise<Document[]> =>
    arrange((await Promise.all(vectors.slice(start, start + size).map((vector, index) => make(vector, start + index)))).flat());
  let page = await openPage(shown);
  let next = makeBatch(0);
  for (let start = 0; start < vectors.length; start += size) {
    const showing = showBatch(page, await next, start, shown);
    // While the browser shows one batch the next is made.
    next = makeBatch(start + size);
    await showing;
    if (page.isClosed() || (start + size) % stringsPerPage < size) {
      await page.close();
      page = await openPage(shown);
    }
  }
  await page.close();
  return shown;
}

async function showBatch(page: Page, documents: Document[], start: number, shown: Shown): Promise<void> {
  try {
    shown.constructs.push(...(await page.evaluate(showDocuments, documents)));
  } catch (fault) {
    // A string may close or leave the page it is shown in, which is a way of running.
    shown.ran.add(`v-${start}`);
    process.stderr.write(`batch ${start}: ${String(fault).slice(0, 300)}\n`);
  }
}

async function openPage(shown: Shown): Promise<Page> {
  const page = await browser.newPage({ bypassCSP: true });
  await page.addInitScript(listenForScript);
  page.on("console", (message) => {
    const [, id] = /^xss-ran:(.*)$/s.exec(message.text()) ?? [];
    if (id) shown.ran.add(id);
  });
  // What the listening script cannot reach.
  page.on("dialog", (dialog) => {
    shown.ran.add("v-unknown");
    dialog.dismiss().catch(() => undefined);
  });
  // Only a document that came after the listening script was added holds it.
  await page.goto("data:text/html,<!doctype html><title>frames</title><body></body>");
  return page;
}

/** Strings that ran, however many of their frames did. */
function countVectors(ids: ReadonlySet<string>): number {
  return new Set([...ids].map((id) => id.split("-").slice(0, 2).join("-"))).size;
}

function vectorOf(id: string): string {
  return vectors[Number(id.split("-")[1])]?.slice(0, 400) ?? "";
}
