import { expect, type Page } from "@playwright/test";
import pg from "pg";
import { loadNewsroom } from "@/prisma/newsroom/load-newsroom";
import { signInByForm } from "../support/account-forms";
import { test } from "../support/browser-test";
import { sendRaw } from "../support/raw-request";

/** Articles of an event keep coming for a while after the start, and are then told apart and counted. */
const settlesWithinMs = 60_000;

/** Pieces on what came of an event (an essay, the readers, the currency, a portrait): stories of their own, by event and title. */
const sequels = new Set([
  "digital-id-vote northlight",
  "restored-fresco paper-lantern",
  "varn-election kestrel-ledger",
  "varn-election meridian-post",
]);

/** The events that several English titles tell, by each headline of theirs. */
function sharedEvents(): Map<string, string> {
  const { titles, events } = loadNewsroom();
  const english = new Set(titles.filter((title) => title.language.startsWith("en")).map((title) => title.slug));
  const byHeadline = new Map<string, string>();
  for (const event of events) {
    const told = event.articles.filter(({ title }) => english.has(title) && !sequels.has(`${event.key} ${title}`));
    if (told.length < 2) continue;
    for (const { headline, update } of told) for (const each of [headline, update?.headline ?? headline]) byHeadline.set(each, event.key);
  }
  return byHeadline;
}

test("the front page shows each shared event once", async ({ page }) => {
  test.slow();
  const events = sharedEvents();
  await expect(async () => {
    await page.goto("/");
    // Lists that rank, and the editors' own choice, name a story again on purpose.
    const headlines = await page.locator("main :is(.card, .river li) :is(h2, h3)").allInnerTexts();
    const shown = headlines.flatMap((headline) => events.get(headline.trim()) ?? []);
    expect(shown.length).toBeGreaterThan(4);
    expect(shown.filter((event, index) => shown.indexOf(event) !== index)).toEqual([]);
  }).toPass({ timeout: settlesWithinMs });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "a visitor" : "a visitor without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("goes from a card to the whole story, and sets it in order of countries", async ({ page }) => {
      await openStory(page);
      const coverage = page.getByRole("region", { name: /^Told by \d+ titles$/ });
      expect(await coverage.getByRole("heading", { level: 3 }).count()).toBeGreaterThan(1);
      const told = await coverage.locator(":is(.version, .tellings > li)").count();
      await expect(page.getByText(/^Headline by .+, chosen because it /)).toBeVisible();
      await expect(page.getByText(/first reported by/)).toBeVisible();

      await page.getByRole("link", { name: "By country" }).click();
      await expect(page).toHaveURL(/\/story\/[^/]+\/countries$/);
      await expect(coverage.locator(".tellings > li")).toHaveCount(told);
      await expect(coverage.getByRole("heading", { level: 3 }).first()).toHaveText(/ \d+\s+titles?$/);
      await expect(page.getByRole("link", { name: "By country" })).toHaveAttribute("aria-current", "page");
    });

    test("asks a top story why it stands there, and the points add up", async ({ page }) => {
      await page.goto("/top");
      const place = page.locator(".top-list > li").first();
      await place.getByText("Why this place").click();
      const points = (await place.locator("td").allInnerTexts()).map((text) => Number(text.replace("−", "-")));
      const sum = points.pop() ?? 0;
      expect(points.length).toBeGreaterThan(2);
      expect(points.reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 6);
      await page.getByRole("navigation", { name: "Languages" }).getByRole("link", { name: "German" }).click();
      await expect(page).toHaveURL(/\/top\/all\/de$/);
      await expect(page.locator(".top-list > li h2[lang^=de]").first()).toBeVisible();
    });
  });
}

test("the page of a story tells machines what it is", async ({ page }) => {
  await openStory(page);
  const address = new URL(page.url()).pathname;
  const data: unknown = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(data).toMatchObject({ "@type": "CollectionPage", mainEntity: { "@type": "ItemList" } });
  for (const path of [address, `${address}/countries`]) {
    await page.goto(path);
    expect(new URL((await page.locator("link[rel=canonical]").getAttribute("href")) ?? "").pathname).toBe(address);
  }
});

test("the address of a story that another absorbed leads there for good, in both lanes", async ({ stack }) => {
  const cookie = await signInByForm(stack.baseUrl, { email: "subscriber@broadsheet.example", password: stack.demoPassword });
  await withDatabase(stack.databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: number; slug: string }>(
      "SELECT id, slug FROM story WHERE merged_into_id IS NULL AND article_count = 1 AND language <> 'en' ORDER BY id LIMIT 2",
    );
    const [gone, stays] = rows;
    if (!gone || !stays) throw new Error("the newsroom has no two stories of one article");
    await client.query("UPDATE story SET merged_into_id = $1 WHERE id = $2", [stays.id, gone.id]);
    const lanes: Record<string, string>[] = [{}, { cookie }];
    for (const headers of lanes) {
      for (const more of ["", "/countries"]) {
        const answer = await sendRaw(stack.baseUrl, { path: `/story/${gone.slug}${more}`, headers });
        expect(answer.status).toBe(308);
        expect(answer.headers.location).toBe(`/story/${stays.slug}${more}`);
      }
      expect((await sendRaw(stack.baseUrl, { path: "/story/no-such-story", headers })).status).toBe(404);
      expect((await sendRaw(stack.baseUrl, { path: "/top/all/xx", headers })).status).toBe(404);
    }
    await client.query("UPDATE story SET merged_into_id = NULL WHERE id = $1", [gone.id]);
  });
});

test("what became of an article is told, and a reader hears what changed since", async ({ page, stack }) => {
  test.slow();
  await withDatabase(stack.databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: number; slug: string }>(
      "SELECT id, slug FROM article WHERE access = 'lead_in' AND has_body AND language LIKE 'en%' AND revision_count = 0 ORDER BY id LIMIT 1",
    );
    const [article] = rows;
    if (!article) throw new Error("the newsroom has no walled article");
    const [cookie = ""] = [await signInByForm(stack.baseUrl, { email: "subscriber@broadsheet.example", password: stack.demoPassword })];
    const at = cookie.indexOf("=");
    await page.context().addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1).split(";")[0] ?? "", url: stack.baseUrl }]);
    await page.goto(`/article/${article.slug}/changes`);
    await expect(page.getByRole("heading", { name: "Nothing has changed" })).toBeVisible();

    await page.goto(`/article/${article.slug}`);
    const isRead = async () => (await client.query("SELECT FROM article_read WHERE article_id = $1", [article.id])).rowCount === 1;
    await expect.poll(isRead, { timeout: 15_000 }).toBe(true);
    await changeHeadline(client, article.id);

    await expect(async () => {
      await page.goto(`/article/${article.slug}`);
      await expect(page.getByText(/^Changed since you read it on .+: headline\./)).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
    await page.getByRole("link", { name: "Headline changed once" }).click();
    await expect(page.locator(".changes del").first()).toHaveText("The first words of");
    await expect(page.getByText("Correction: the first words were wrong.")).toBeVisible();
  });
});

/** A version before today's, as the worker would have kept it. */
async function changeHeadline(client: pg.Client, articleId: number): Promise<void> {
  await client.query(
    `INSERT INTO revision (article_id, number, kind, headline, standfirst, content_hash, seen_at, note)
     SELECT id, 1, 'material', 'The first words of ' || headline, standfirst, content_hash, now(), 'Correction: the first words were wrong.'
     FROM article WHERE id = $1`,
    [articleId],
  );
  await client.query("UPDATE article SET revision_count = 1 WHERE id = $1", [articleId]);
}

async function openStory(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto("/");
    await page
      .getByRole("main")
      .getByRole("link", { name: /more titles?$/ })
      .first()
      .click({ timeout: 2_000 });
  }).toPass({ timeout: settlesWithinMs });
  await expect(page).toHaveURL(/\/story\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

async function withDatabase(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}
