import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { findFreePort } from "@/lib/platform/free-port";
import { type BareName, bareNames, writeBareApp, writeContent } from "./bare-app";
import { answerBytes, fitContent, mainOf } from "./fit-content";
import type { OurPage } from "./our-pages";
import { weighPage } from "./page-weight";
import { buildNext, type RunningServer, startBareServer, startNext } from "./run-next";

const folder = path.resolve(".data/bench/pages");
const appFolder = path.join(folder, "app");
const nodeFolder = path.join(folder, "node");
/** What Next adds to a bare page's content; the first build shows the true figure. */
const overheadGuessBytes = 4_000;
const bytesOff = 0.02;
const attemptsMax = 3;

/** Which of our pages each bare page must match in bytes: kept ones the visitors', fresh ones the members'. */
const readerOf = (name: BareName) => (name.startsWith("kept") ? "visitor" : "member");
const pageOf = (name: BareName) => (name.endsWith("front") ? "front" : "article");

/**
 * Builds and serves the bare Next pages, whose answers are within 2 % of ours in bytes. Their content is the inside of
 * our own `<main>`s, one after the other and cut to fit: real markup that compresses about as ours does. It cannot be
 * ours byte for byte: Next sends a page twice, as markup and as data, and the data of one string is not that of a tree.
 */
export async function serveBareNext(ours: readonly OurPage[]): Promise<RunningServer> {
  await writeBareApp(appFolder);
  let overheads = fill(() => overheadGuessBytes);
  for (let attempt = 1; ; attempt++) {
    const contents = fill((name) => contentFor(ours, name, overheads[name]));
    await writeContent(appFolder, contents);
    await buildNext(appFolder);
    const server = await startNext(appFolder, await findFreePort());
    const sizes = await weighAll(server);
    if (bareNames.every((name) => isClose(sizes[name], find(ours, name).bytes.rawBytes))) return server;
    await server.stop();
    if (attempt === attemptsMax) throw new Error(`The bare pages' bytes do not come near ours: ${JSON.stringify(sizes)}.`);
    overheads = fill((name) => sizes[name] - answerBytes(contents[name]));
  }
}

/** Serves the very bytes of our visitors' pages from a Node process that does nothing else. */
export async function serveBareNode(ours: readonly OurPage[]): Promise<RunningServer> {
  await mkdir(nodeFolder, { recursive: true });
  for (const { reader, page, bytes } of ours) {
    if (reader === "visitor") await writeFile(path.join(nodeFolder, `${page}.html`), bytes.html);
  }
  return startBareServer(nodeFolder, await findFreePort());
}

function find(ours: readonly OurPage[], name: BareName): OurPage {
  const found = ours.find(({ reader, page }) => reader === readerOf(name) && page === pageOf(name));
  if (!found) throw new Error(`There is no page of ours to match ${name}.`);
  return found;
}

// Where a page's own content is too short it goes on with our other pages' before it repeats: repeats compress too well.
function contentFor(ours: readonly OurPage[], name: BareName, overheadBytes: number): string {
  const own = find(ours, name);
  const others = ours
    .filter(({ page, reader }) => page !== own.page || reader !== own.reader)
    .sort((a, b) => Number(b.page !== own.page) - Number(a.page !== own.page));
  const source = [own, ...others].map(({ bytes }) => mainOf(bytes.html)).join("");
  return fitContent(source, own.bytes.rawBytes, overheadBytes);
}

async function weighAll(server: RunningServer): Promise<Record<BareName, number>> {
  const sizes = fill(() => 0);
  for (const name of bareNames) sizes[name] = (await weighPage(server.origin, `/${name}`)).rawBytes;
  return sizes;
}

const isClose = (bytes: number, wanted: number): boolean => Math.abs(bytes - wanted) <= wanted * bytesOff;

function fill<T>(make: (name: BareName) => T): Record<BareName, T> {
  return {
    "kept/front": make("kept/front"),
    "kept/article": make("kept/article"),
    "fresh/front": make("fresh/front"),
    "fresh/article": make("fresh/article"),
  };
}
