import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));
vi.mock("next/headers", () => import("../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { newPerson } from "../support/account-world";
import { type Browser, makeBrowser } from "../support/browser-request";
import { newStaff } from "../support/staff-person";
import { createTestDatabase } from "../support/test-database";
import { testSecret } from "../support/test-secret";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: testSecret, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

type Guard = "requireEditor" | "requireAdmin" | "requirePublisher";
type StaffAct = { file: string; name: string; guard: Guard };

/** Every act of the staff: what a file of commands exports and hands to `staffAct` or `provenStaffAct`, by its guard. */
function listStaffActs(): StaffAct[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((file) => /(^|[/-])commands[.]ts$/.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(path.join("lib", file), "utf8");
    if (!text.includes("staff-guards")) return [];
    const parts = text.split(/^export (?:async )?(?:const|function) /m).slice(1);
    return parts.flatMap((part) => {
      const name = /^\w+/.exec(part)?.[0] ?? "";
      // What a reader may do stands in some of these files too, with a guard of its own.
      const guard = guardIn(part) ?? (/\brequire[A-Z]/.test(part) ? null : guardIn(text));
      return guard === null ? [] : [{ file, name, guard }];
    });
  });
}

function guardIn(text: string): Guard | null {
  const found = /\b(requireEditor|requireAdmin|requirePublisher)\b(?=[,)(])/.exec(text.replace(/^import .*$/gm, ""))?.[1];
  return found === "requireEditor" || found === "requireAdmin" || found === "requirePublisher" ? found : null;
}

const acts = listStaffActs();
const browsers: Record<string, Browser> = {};

beforeAll(async () => {
  browsers.visitor = makeBrowser("203.0.113.1");
  browsers.reader = (await newPerson(db)).browser;
  browsers.editor = (await newStaff(db, "editor")).browser;
  const admin = await newStaff(db, "admin");
  browsers.admin = admin.browser;
  const oneKey = await newStaff(db, "admin");
  await db.session.updateMany({ where: { userId: oneKey.userId }, data: { secondFactorAt: null } });
  browsers["admin with one key"] = oneKey.browser;
  const foreign = makeBrowser("203.0.113.2", undefined, { "sec-fetch-site": "cross-site", origin: "https://evil.example" });
  for (const [name, value] of admin.browser.cookies) foreign.cookies.set(name, value);
  browsers["admin on another site's page"] = foreign;
});

/** Who is nobody to an act, by its guard. */
const strangers: Record<Guard, string[]> = {
  requireEditor: ["visitor", "reader", "admin with one key", "admin on another site's page"],
  requireAdmin: ["visitor", "reader", "editor", "admin with one key", "admin on another site's page"],
  requirePublisher: ["visitor", "reader", "editor", "admin", "admin on another site's page"],
};

async function call({ file, name }: StaffAct, browser: Browser): Promise<unknown> {
  const commands: Record<string, unknown> = await import(path.resolve("lib", file));
  const command = commands[name];
  if (typeof command !== "function") throw new Error(`${file} exports no function ${name}.`);
  return browser.ask(() => command({}));
}

describe("every act of the staff", () => {
  it("is found", () => {
    expect(acts.filter(({ guard }) => guard === "requireAdmin").length).toBeGreaterThanOrEqual(11);
    expect(new Set(acts.map(({ file }) => file)).size).toBeGreaterThanOrEqual(4);
  });

  it.each(acts)("$name of $file is nothing to whom $guard does not admit", async (act) => {
    for (const who of strangers[act.guard]) {
      const browser = browsers[who];
      if (!browser) throw new Error(`There is no ${who}.`);
      expect(await call(act, browser), who).toMatchObject({ ok: false, error: { kind: expect.stringMatching(/^(not-staff|refused)$/) } });
    }
  });
});

it("none of it is written down", async () => {
  expect(await db.auditEntry.count()).toBe(0);
});
