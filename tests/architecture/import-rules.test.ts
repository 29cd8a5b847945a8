import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cruise, type Violation } from "../runner/cruise";
import { plantHouse } from "./planted-house";

/** A house that keeps every rule: what each room may do is done once. */
const soundHouse = {
  "app/page.tsx": `import { listCards } from "@/lib/articles/queries"; import { Card } from "@/components/card/card"; export default () => [listCards, Card];`,
  "app/error.tsx": `"use client"; import { Card } from "@/components/card/card"; export default Card;`,
  "components/card/card.tsx": `import type { Article } from "@/lib/articles/types"; import { cut } from "@/lib/articles/cut-text"; export const Card = (a: Article) => cut(a.title);`,
  "components/card/share.client.tsx": `"use client"; import { trim } from "@/lib/core/text"; export const Share = trim;`,
  "lib/core/text.ts": `import { createHash } from "node:crypto"; export const trim = createHash;`,
  "lib/platform/db.ts": `import { Client } from "pg"; import { PrismaClient } from "@/prisma/generated/client"; export const db = [Client, PrismaClient];`,
  "lib/platform/http/safe-fetch.ts": `import { request } from "undici"; import net from "node:net"; export const safeFetch = [request, net];`,
  "lib/platform/http/resolve-host.ts": `import { Resolver } from "node:dns"; export const resolveHost = Resolver;`,
  "lib/platform/revalidate.ts": `import http from "node:http"; export const revalidate = http;`,
  "lib/platform/own-web.ts": `import { request } from "undici"; export const fetchOwnPage = request;`,
  "lib/platform/free-port.ts": `import net from "node:net"; export const findFreePort = net;`,
  "lib/platform/media/s3-gateway.ts": `import { request } from "undici"; export const putObject = request;`,
  "lib/platform/mail/smtp-gateway.ts": `import { createTransport } from "nodemailer"; export const send = createTransport;`,
  "lib/platform/payments/stripe-client.ts": `import Stripe from "stripe"; export const stripeClient = Stripe;`,
  "lib/platform/payments/post-hook.ts": `import { request } from "undici"; export const postHook = request;`,
  "lib/accounts/guards.ts": `import "server-only"; import { findSession } from "./session-store"; export const requireEditor = findSession;`,
  "lib/accounts/session-store.ts": `import { db } from "@/lib/platform/db"; export const findSession = db;`,
  "lib/articles/types.ts": `export type Article = { title: string };`,
  "lib/articles/cut-text.ts": `import { trim } from "@/lib/core/text"; export const cut = (text: string) => [trim, text];`,
  "lib/articles/store.ts": `import { db } from "@/lib/platform/db"; export const listRows = db;`,
  "lib/articles/queries.ts": `import "server-only"; import { listRows } from "./store"; export const listCards = listRows;`,
  "lib/articles/commands.ts": `import "server-only"; import { requireEditor } from "@/lib/accounts/guards"; export const retract = requireEditor;`,
  "lib/feeds/internal/month.ts": `export const month = 1;`,
  "lib/feeds/parse-date.ts": `import { month } from "./internal/month"; export const parseDate = month;`,
  "lib/feeds/feed-gateway.ts": `import { safeFetch } from "@/lib/platform/http/safe-fetch"; export const fetchFeed = safeFetch;`,
  "lib/stories/choose-story.ts": `import type { Article } from "@/lib/articles/types"; export const choose = (a: Article) => a;`,
  "lib/jobs/worker.ts": `import { listRows } from "@/lib/articles/store"; import { catalogue } from "@/prisma/catalogue/load"; export const work = [listRows, catalogue];`,
  "lib/cli/start.ts": `import { catalogue } from "@/prisma/catalogue/load"; import { db } from "@/lib/platform/db"; export const start = [catalogue, db];`,
  "prisma/catalogue/load.ts": `import { trim } from "@/lib/core/text"; export const catalogue = trim;`,
  "prisma/generated/client.ts": `export const PrismaClient = 1;`,
};

/** Each planted file breaks exactly the rules named beside it. */
const planted: { breaks: string[]; file: string; text: string }[] = [
  { breaks: ["no-cycles"], file: "lib/core/egg.ts", text: `import { hen } from "./hen"; export const egg = () => hen;` },
  { breaks: ["no-unresolved-imports"], file: "lib/core/lost.ts", text: `export * from "./nowhere-to-be-found";` },
  { breaks: ["no-unknown-rooms"], file: "lib/utils/misc.ts", text: `export * from "@/lib/core/text";` },
  { breaks: ["no-loose-files-in-lib"], file: "lib/cli/loose-end.ts", text: `export * from "../loose";` },
  { breaks: ["core-imports-only-core"], file: "lib/core/knows-types.ts", text: `export type * from "@/lib/articles/types";` },
  { breaks: ["core-knows-no-runtime"], file: "lib/core/knows-react.ts", text: `export { createElement } from "react";` },
  { breaks: ["platform-below-domains"], file: "lib/platform/climbs.ts", text: `export type * from "@/lib/articles/types";` },
  { breaks: ["lib-never-imports-ui"], file: "lib/jobs/draws.ts", text: `export { Card } from "@/components/card/card";` },
  { breaks: ["nothing-imports-tests"], file: "lib/cli/tested.ts", text: `export { helper } from "@/tests/helper";` },
  { breaks: ["nothing-imports-jobs"], file: "prisma/catalogue/hires.ts", text: `export { work } from "@/lib/jobs/worker";` },
  { breaks: ["nothing-imports-cli"], file: "app/starts.ts", text: `export { start } from "@/lib/cli/start";` },
  { breaks: ["sample-data-is-for-start-and-tests"], file: "app/samples.ts", text: `export { catalogue } from "@/prisma/catalogue/load";` },
  { breaks: ["domain-feeds-reach"], file: "lib/feeds/peeks.ts", text: `export type * from "@/lib/articles/types";` },
  { breaks: ["domain-articles-reach"], file: "lib/articles/peeks.ts", text: `export { choose } from "@/lib/stories/choose-story";` },
  { breaks: ["domain-entitlements-reach"], file: "lib/entitlements/peeks.ts", text: `export type * from "@/lib/articles/types";` },
  { breaks: ["domain-internal-is-private"], file: "lib/articles/rummages.ts", text: `export { month } from "@/lib/feeds/internal/month";` },
  {
    breaks: ["internal-is-private-to-ui"],
    file: "components/card/rummages.ts",
    text: `export { month } from "@/lib/feeds/internal/month";`,
  },
  { breaks: ["pure-files-stay-pure"], file: "lib/stories/reads-rows.ts", text: `export { listRows } from "@/lib/articles/store";` },
  { breaks: ["pure-files-stay-pure"], file: "lib/feeds/renders.ts", text: `export { createElement } from "react";` },
  { breaks: ["pure-files-need-no-machine"], file: "lib/feeds/reads-disk.ts", text: `export { readFileSync } from "node:fs";` },
  { breaks: ["only-stores-touch-the-database"], file: "lib/articles/card-queries.ts", text: `export { db } from "@/lib/platform/db";` },
  {
    breaks: ["only-stores-touch-the-database", "components-take-props"],
    file: "components/card/selects.ts",
    text: `export { db } from "@/lib/platform/db";`,
  },
  { breaks: ["worker-skips-session-guards"], file: "lib/jobs/pretends.ts", text: `export { listCards } from "@/lib/articles/queries";` },
  { breaks: ["only-the-guarded-fetcher-dials-out"], file: "lib/articles/page-gateway.ts", text: `export { request } from "undici";` },
  { breaks: ["only-the-guarded-fetcher-dials-out"], file: "lib/jobs/dials.ts", text: `export { request } from "node:https";` },
  { breaks: ["only-the-guarded-fetcher-dials-out"], file: "lib/platform/media/media-store.ts", text: `export { get } from "node:http";` },
  { breaks: ["only-the-guarded-fetcher-dials-out"], file: "lib/platform/push.ts", text: `export { connect } from "node:http2";` },
  { breaks: ["only-the-guarded-fetcher-dials-out"], file: "lib/cli/asks.ts", text: `export const ask = () => import("undici");` },
  { breaks: ["only-the-guarded-fetcher-dials-out"], file: "prisma/newsroom/visits.ts", text: `export { request } from "node:http";` },
  { breaks: ["only-the-guarded-fetcher-opens-sockets"], file: "lib/jobs/wires.ts", text: `export { connect } from "node:net";` },
  { breaks: ["only-the-guarded-fetcher-opens-sockets"], file: "lib/platform/whispers.ts", text: `export { connect } from "node:tls";` },
  {
    breaks: ["only-the-guarded-fetcher-opens-sockets"],
    file: "lib/platform/shouts.ts",
    text: `export { createSocket } from "node:dgram";`,
  },
  { breaks: ["only-the-guarded-fetcher-opens-sockets"], file: "lib/cli/resolves.ts", text: `export { lookup } from "node:dns/promises";` },
  { breaks: ["only-mail-speaks-to-the-mail-server"], file: "lib/jobs/mails.ts", text: `export { createTransport } from "nodemailer";` },
  { breaks: ["only-payments-speaks-to-stripe"], file: "lib/billing/pays-gateway.ts", text: `export { default } from "stripe";` },
  { breaks: ["only-payments-speaks-to-stripe"], file: "lib/jobs/charges.ts", text: `export const pay = () => import("stripe");` },
  {
    breaks: ["only-payments-speaks-to-stripe"],
    file: "lib/billing/stripe-shape.ts",
    text: `import type Stripe from "stripe"; export type S = Stripe;`,
  },
  { breaks: ["only-the-guarded-fetcher-dials-out"], file: "lib/platform/payments/dials.ts", text: `export { request } from "undici";` },
  { breaks: ["app-goes-through-queries-and-commands"], file: "app/shortcut.ts", text: `export { listRows } from "@/lib/articles/store";` },
  { breaks: ["components-take-props"], file: "components/card/fetches.ts", text: `export { listCards } from "@/lib/articles/queries";` },
  {
    breaks: ["components-take-props", "client-never-reaches-server"],
    file: "components/card/leaks.client.tsx",
    text: `"use client"; export { fetchFeed } from "@/lib/feeds/feed-gateway";`,
  },
  {
    breaks: ["client-files-live-in-components"],
    file: "app/toggle.client.tsx",
    text: `"use client"; export { trim } from "@/lib/core/text";`,
  },
  { breaks: ["commands-are-guarded"], file: "lib/editorial/commands.ts", text: `import "server-only"; export const pin = 1;` },
];

const helpers = {
  "lib/core/hen.ts": `import { egg } from "./egg"; export const hen = () => egg;`,
  "lib/loose.ts": "export const loose = 1;",
  "tests/helper.ts": "export const helper = 1;",
};

describe("the import rules", () => {
  const folders: string[] = [];
  let sound: Violation[] = [];
  let found: Violation[] = [];

  beforeAll(async () => {
    const plantedFiles = Object.fromEntries(planted.map(({ file, text }) => [file, text]));
    folders.push(await plantHouse(soundHouse), await plantHouse({ ...soundHouse, ...helpers, ...plantedFiles }));
    const [first = "", second = ""] = folders;
    sound = (await cruise(first)).violations;
    found = (await cruise(second)).violations;
  }, 60_000);

  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  it("find no fault with a house that keeps them", () => {
    expect(sound).toEqual([]);
  });

  it.each(planted)("bite: $breaks in $file", ({ breaks, file }) => {
    const broken = new Set(found.filter((violation) => violation.from === file).map((violation) => violation.rule));
    expect([...broken].sort()).toEqual([...breaks].sort());
  });

  it("blame nothing but what was planted", () => {
    const guilty = new Set(planted.map(({ file }) => file));
    expect(found.filter((violation) => !guilty.has(violation.from))).toEqual([]);
  });
});
