import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import pg from "pg";
import { listRoutes } from "../bench/leak/list-routes";
import { signInByForm, signUpByForm } from "../support/account-forms";
import { test } from "../support/browser-test";
import { type RawAnswer, sendRaw } from "../support/raw-request";
import { makeStaff } from "../support/staff-account";
import { type Asker, compareRoutes, isAsDeclared } from "./access-rules";
import { type Access, accessTable } from "./access-table";

let askers: Asker[] = [];

test.beforeAll(async ({ stack }) => {
  const { baseUrl, demoPassword: password } = stack;
  const demo = (role: string) => signInByForm(baseUrl, { email: `${role}@broadsheet.example`, password });
  const reader = (name: string, cookie: string | null): Asker => ({ name, cookie, staff: null });
  const other = { email: `other-${Date.now()}@example.com`, password: "seven green bottles" };
  askers = [
    reader("visitor", null),
    reader("another account", await signUpByForm(baseUrl, other)),
    reader("lapsed account", await demo("reader")),
    // Their password alone opens no desk.
    reader("admin with one key", await demo("admin")),
    { name: "editor", cookie: await makeStaff(stack, "editor"), staff: "editor" },
    { name: "admin", cookie: await makeStaff(stack, "admin"), staff: "admin" },
    { name: "a title's own", cookie: await makeStaff(stack, "publisher"), staff: "publisher" },
  ];
});

test("every route of the build has its row, and no row stands for nothing", async () => {
  const routes = await listRoutes(".next");
  expect(compareRoutes(routes, accessTable)).toEqual({ undeclared: [], gone: [] });
});

test("there is no server action that could be called past a route", async () => {
  const manifest: unknown = JSON.parse(await readFile(".next/server/server-reference-manifest.json", "utf8"));
  expect(manifest).toMatchObject({ node: {}, edge: {} });
  expect(JSON.stringify(manifest)).not.toMatch(/"workers"/);
});

test("every page answers each asker as its row says", async ({ stack }) => {
  test.slow();
  for (const [route, { get }] of Object.entries(accessTable)) {
    for (const asker of askers) {
      const answer = await sendRaw(stack.baseUrl, { path: fill(route), headers: cookieOf(asker) });
      check([get], asker, answer, `GET ${route}`);
    }
  }
});

test("every form answers each asker as its row says", async ({ stack }) => {
  test.slow();
  for (const [route, row] of Object.entries(accessTable)) {
    if (route === "/sign-out") continue;
    for (const asker of askers) {
      const answer = await sendForm(stack.baseUrl, route, { ...cookieOf(asker), origin: stack.baseUrl });
      check(row.post === "none" ? ["none", row.get] : [row.post], asker, answer, `POST ${route}`);
    }
  }
});

test("a form that another site's page sends changes nothing, whoever's browser sends it", async ({ stack }) => {
  test.slow();
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const before = await snapshot(client);
  for (const [route, { post }] of Object.entries(accessTable)) {
    if (!post.endsWith("form")) continue;
    for (const asker of askers) {
      const foreign = { ...cookieOf(asker), origin: "https://evil.example", "sec-fetch-site": "cross-site" };
      const answer = await sendForm(stack.baseUrl, route, foreign);
      expect(answer.status, `foreign POST ${route} as ${asker.name}`).toBeLessThan(500);
    }
  }
  expect(await snapshot(client)).toEqual(before);
  await client.end();
});

const cookieOf = ({ cookie }: Asker): Record<string, string> => (cookie ? { cookie } : {});

/** A path for a route: parameters take what no page has, save those that every install knows. */
function fill(route: string): string {
  const known: Record<string, string> = { section: "politics", edition: "world", provider: "google", what: "name", width: "640" };
  return route.replace(/\[(\w+)\]/g, (_all, name: string) => known[name] ?? "nobody-has-this");
}

function sendForm(origin: string, route: string, headers: Record<string, string>): Promise<RawAnswer> {
  const body = "returnTo=%2Ftitles";
  return sendRaw(origin, {
    method: "POST",
    path: fill(route),
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded", "content-length": String(body.length) },
    body,
  });
}

/** Everything an account could lose or gain: the number of rows and their digest, by table. */
async function snapshot(client: pg.Client): Promise<unknown> {
  const tables = [
    "user",
    "account",
    "passkey",
    "two_factor",
    "membership",
    "gift_membership",
    "checkout_attempt",
    "meter_read",
    "gift_link",
    "article_read",
    "pick",
    "pick_board",
    "publisher",
    "audit_entry",
  ];
  const rows = tables.map(
    (table) => `SELECT '${table}' AS name, count(*), md5(string_agg(t::text, '' ORDER BY t::text)) FROM "${table}" t`,
  );
  return (await client.query(rows.join(" UNION ALL "))).rows;
}

/** @param declared any of which will do */
function check(declared: Access[], asker: Asker, answer: RawAnswer, what: string): void {
  const said = `${what} as ${asker.name}, declared ${declared.join(" or ")}: ${answer.status} ${answer.headers.location ?? ""}`;
  const isMet = declared.some((access) => isAsDeclared(access, asker, answer));
  expect.soft(isMet, said).toBe(true);
}
