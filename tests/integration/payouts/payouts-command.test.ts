import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { payoutsCommand } from "@/lib/cli/commands/payouts";
import { env } from "@/lib/platform/env";
import { createTestDatabase } from "../../support/test-database";
import { secret, storeMembers, storeShelf } from "./payout-world";

const { db, close } = await createTestDatabase();
Object.assign(env(), { AUTH_SECRET: secret });
const read = { articleId: 1, day: 3, depth: 100, activeSec: 200, isTakenBack: false };
const invoice = { currency: "EUR", amountMinor: 999, day: 0, days: 31, lateDays: 0 };
beforeAll(async () => {
  await storeShelf(db);
  await storeMembers(db, [{ invoices: [invoice], reads: [read], gifts: [] }]);
});
afterAll(close);

async function run(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await payoutsCommand(args, { stdin: new PassThrough(), stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), fault: await text(stderr) };
}

it("tries a month, closes it, tells its statement and finds the books right", async () => {
  const close = ["close", "--month", "2026-08"];
  const words = "1 members, 1 articles read.\nEUR: fees €9.99, costs €0.54, tax €0, our share €2.83, titles €6.62";
  expect(await run(...close, "--dry-run")).toMatchObject({ code: 0, out: expect.stringContaining(`nothing was kept: ${words}`) });
  expect(await run(...close)).toMatchObject({ code: 0, out: expect.stringContaining(`is closed: ${words}`) });
  expect(await run(...close)).toMatchObject({ code: 0, out: expect.stringContaining("nothing was changed") });
  const statement = ["statement", "--publisher", "title-0", "--month", "2026-08"];
  expect(await run(...statement)).toMatchObject({ code: 0, out: expect.stringContaining("€6.62  in all") });
  expect((await run(...statement, "--csv")).out).toContain("2026-08,title-0,EUR,total,,,,1,,,6.62\r\n");
  expect(await run("statement", "--publisher", "nobody", "--month", "2026-08")).toMatchObject({ code: 1 });
  const check = await run("check");
  expect(check).toMatchObject({ code: 0 });
  expect(check.out).not.toContain("BROKEN");
});

it("says what is wrong with a month or a command line", async () => {
  expect(await run("close", "--month", "2026-10")).toMatchObject({
    code: 1,
    fault: "Months are closed in order: the next one is 2026-09.\n",
  });
  expect(await run("close", "--month", "2999-12")).toMatchObject({ code: 1, fault: "2999-12 is not over.\n" });
  for (const args of [[], ["close"], ["close", "--month", "October"], ["check", "--csv"], ["open", "--month", "2026-08"]])
    expect(await run(...args)).toMatchObject({ code: 2, fault: expect.stringContaining("Usage") });
});
