import { test as base, expect } from "@playwright/test";
import { readStackFacts, type StackFacts } from "./stack-file";

/** Playwright's `test` on the running product. Anything a page reports as an error fails the test that opened it. */
export const test = base.extend<{ faults: string[] }, { stack: StackFacts }>({
  stack: [
    async ({ browserName: _ }, use) => {
      await use(await readStackFacts());
    },
    { scope: "worker" },
  ],
  baseURL: async ({ stack }, use) => {
    await use(stack.baseUrl);
  },
  faults: async ({ browserName: _ }, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults, "errors that pages reported").toEqual([]);
  },
  page: async ({ page, faults }, use) => {
    page.on("console", (message) => {
      const { url } = message.location();
      if (message.type() === "error" && !isExpected(message.text(), url)) faults.push(`${message.text()} (${url})`);
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    await use(page);
  },
});

const isExpected = (words: string, url: string): boolean => isPendingPicture(words, url) || isRefusedAct(words, url);

// What the desk refuses is answered with its status and said on the page, which Chromium calls an error as well.
const isRefusedAct = (words: string, url: string): boolean =>
  /\b(400|403|409)\b/.test(words) && /^\/(desk|admin|partner)\//.test(new URL(url).pathname);

// The worker fetches pictures after the articles; until then the page shows none, which Chromium calls an error.
const isPendingPicture = (words: string, url: string): boolean =>
  /\b(404|503)\b/.test(words) && new URL(url).pathname.startsWith("/media/");
