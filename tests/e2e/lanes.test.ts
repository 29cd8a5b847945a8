import { expect } from "@playwright/test";
import { signInByForm, signUpByForm } from "../support/account-forms";
import { test } from "../support/browser-test";
import { type RawAnswer, sendFollowing } from "../support/raw-request";

const newcomer = { name: "Zephyrine Quillfeather", email: `lanes-${Date.now()}@example.com`, password: "a long enough password" };
const personal = [newcomer.name, "Zephyrine", newcomer.email, "lanes-", "subscriber@", "reader@broadsheet", "Sign out"];

/** What differs between visitors and must not matter to the page they get. */
const visitors: Record<string, string>[] = [
  {},
  { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", "accept-language": "de-DE,de;q=0.8", cookie: "theme=dark; consent=1" },
  { "user-agent": "Googlebot/2.1", "x-forwarded-for": "203.0.113.7", referer: "https://search.example/", "accept-encoding": "gzip" },
];
const pageData = { rsc: "1" };

type Pages = { path: string; headers: Record<string, string> }[];

let cookies: string[] = [];
let pages: Pages = [];

test.beforeAll(async ({ stack }) => {
  const { baseUrl, demoPassword } = stack;
  cookies = [
    await signUpByForm(baseUrl, newcomer),
    await signInByForm(baseUrl, { email: "subscriber@broadsheet.example", password: demoPassword }),
    await signInByForm(baseUrl, { email: "reader@broadsheet.example", password: demoPassword }),
  ];
  const paths = await findPaths(baseUrl);
  pages = paths.flatMap((path) => [
    { path, headers: {} },
    { path, headers: pageData },
  ]);
  for (const cookie of cookies)
    for (const { path, headers } of pages) await sendFollowing(baseUrl, { path, headers: { ...headers, cookie } });
});

test("every visitor gets the same bytes, whoever was there before", async ({ stack }) => {
  for (const { path, headers } of pages) {
    // The newsroom lives: an article that comes in between two requests changes the page for everyone.
    await expect(async () => {
      const answers: RawAnswer[] = [];
      for (const visitor of visitors) answers.push(await sendFollowing(stack.baseUrl, { path, headers: { ...headers, ...visitor } }));
      expect(new Set(answers.map(({ status, body }) => `${status} ${body.toString("utf8")}`)).size, path).toBe(1);
    }).toPass({ timeout: 15_000 });
  }
});

test("a visitor's page carries nothing personal, sets no cookie and may be kept by anyone", async ({ stack }) => {
  for (const { path, headers } of pages) {
    const answer = await sendFollowing(stack.baseUrl, { path, headers });
    expect(answer.status, path).toBe(200);
    const words = answer.body.toString("utf8") + JSON.stringify(answer.headers);
    expect(
      personal.filter((word) => words.includes(word)),
      path,
    ).toEqual([]);
    expect(answer.headers["set-cookie"], path).toBeUndefined();
    const caching = answer.headers["cache-control"] ?? "";
    expect(caching, path).toMatch(/s-maxage=\d+/);
    expect(caching, path).not.toMatch(/private|no-store/);
  }
});

test("a member's page is theirs alone and is kept by nobody", async ({ stack }) => {
  for (const { path, headers } of pages) {
    const answer = await sendFollowing(stack.baseUrl, { path, headers: { ...headers, cookie: cookies[0] ?? "" } });
    expect(answer.status, path).toBe(200);
    expect(answer.body.toString("utf8"), path).toContain(newcomer.name);
    expect(answer.headers["cache-control"] ?? "", path).toMatch(/private|no-store/);
    expect(answer.headers["x-nextjs-cache"], path).toBeUndefined();
  }
});

test("both lanes stand in the same frame, and a member's page needs no script of Next's", async ({ stack }) => {
  const linksOf = (html: string) => (html.match(/<link rel="(?:stylesheet|icon|manifest|apple-touch-icon)"[^>]*>/g) ?? []).sort();
  for (const { path } of pages) {
    const visitors = await textOf(stack.baseUrl, path);
    const members = (await sendFollowing(stack.baseUrl, { path, headers: { cookie: cookies[0] ?? "" } })).body.toString("utf8");
    expect(linksOf(members), path).toEqual(linksOf(visitors));
    expect(linksOf(members).length, path).toBeGreaterThan(2);
    expect(members, path).not.toMatch(/<script[^>]+_next|__next_f/);
    expect(members, path).toMatch(
      /<head>.*<meta http-equiv="Content-Security-Policy" content="script-src &#x27;self&#x27; &#x27;sha256-.*<script>/,
    );
    expect(members.match(/<title>[^<]*/)?.[0], path).toBe(visitors.match(/<title>[^<]*/)?.[0]);
  }
  const sheet = (await textOf(stack.baseUrl, "/")).match(/<link rel="stylesheet" href="([^"]+)"/)?.[1] ?? "";
  expect((await sendFollowing(stack.baseUrl, { path: sheet })).status).toBe(200);
});

test("a member is told of what is not there, with the status that says so", async ({ stack }) => {
  const cookie = cookies[0] ?? "";
  for (const path of [
    "/article/no-such-article",
    "/article/no-such-article/changes",
    "/section/no-such-section",
    "/publisher/nobody",
    "/author/nobody",
    "/story/nothing",
    "/top/nothing",
  ]) {
    const answer = await sendFollowing(stack.baseUrl, { path, headers: { cookie } });
    expect(answer.status, path).toBe(404);
    expect(answer.body.toString("utf8"), path).toContain("This page is not in the paper");
  }
});

test("a session that does not hold gets a visitor's view that nobody keeps", async ({ stack }) => {
  const [name = ""] = (cookies[0] ?? "").split("=");
  for (const { path, headers } of pages) {
    const answer = await sendFollowing(stack.baseUrl, { path, headers: { ...headers, cookie: `${name}=made.up` } });
    expect(answer.status, path).toBe(200);
    expect(answer.body.toString("utf8"), path).not.toContain(newcomer.name);
    expect(answer.headers["cache-control"] ?? "", path).toMatch(/private|no-store/);
  }
});

/** The front page, the lists, and the first section, title, author, story and article that links lead to. */
async function findPaths(origin: string): Promise<string[]> {
  const front = await textOf(origin, "/");
  const article = firstLink(front, "article");
  const shown = front + (await textOf(origin, article));
  const found = ["section", "publisher", "author", "story"].map((kind) => firstLink(shown, kind));
  return ["/", "/titles", "/top", article, `${article}/changes`, ...found];
}

async function textOf(origin: string, path: string): Promise<string> {
  return (await sendFollowing(origin, { path })).body.toString("utf8");
}

function firstLink(html: string, kind: string): string {
  const path = html.match(new RegExp(`href="(/${kind}/[^"?#]+)"`))?.[1];
  if (!path) throw new Error(`No link leads to a page of the kind ${kind}.`);
  return path;
}
