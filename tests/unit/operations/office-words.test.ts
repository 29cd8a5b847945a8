import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isDeskAct } from "@/lib/operations/desk-acts";
import { faultWords, payloadWords } from "@/lib/operations/job-words";
import { listFactChanges } from "@/lib/operations/list-fact-changes";
import { settingLines } from "@/lib/operations/setting-lines";
import { listSettings } from "@/lib/platform/env";

describe("what an act changed", () => {
  it("is listed by path, and what stayed is not", () => {
    const before = JSON.stringify({ role: "reader", entries: [{ slot: 1 }, { slot: 2 }], same: true });
    const after = JSON.stringify({ role: "editor", entries: [{ slot: 1 }, { slot: 3 }], same: true, title: null });
    expect(listFactChanges(before, after)).toEqual([
      { name: "entries.1.slot", before: "2", after: "3" },
      { name: "role", before: "reader", after: "editor" },
      { name: "title", before: null, after: "null" },
    ]);
  });

  it("may have no before or no after, and be nothing at all", () => {
    expect(listFactChanges("", `{"a":1}`)).toEqual([{ name: "a", before: null, after: "1" }]);
    expect(listFactChanges(`{"a":[]}`, "")).toEqual([{ name: "a", before: "[]", after: null }]);
    expect(listFactChanges("", "")).toEqual([]);
  });
});

describe("what is said of a job", () => {
  it("is numbers and words of ours, never an address or the name of a page to pay on", () => {
    expect(payloadWords({ articleId: 12, attempt: 2 })).toBe("articleId 12, attempt 2");
    expect(payloadWords({ articleIds: [1, 2, 3, 4, 5] })).toBe("articleIds 1 2 3 and 2 more");
    expect(payloadWords({ notice: "way-added", name: "Ada", to: "ada@example.com" })).toBe("notice way-added");
    expect(payloadWords({ customerId: "cus_1", sessionId: "cs_sandbox_0123456789abcdef" })).toBe("customerId cus_1");
    for (const data of [null, "text", 3, {}]) expect(payloadWords(data)).toBe("");
  });

  it("leaves addresses, passwords and keys out of what went wrong", () => {
    const message = [
      "could not reach smtps://user:pass@mail.example.com for ada.b+c@example.com",
      `with ${"a1".repeat(20)} at https://x.example/y?token=abc`,
    ].join("\n");
    const words = faultWords({ message, stack: "at secret.ts" });
    expect(words).not.toMatch(/ada|pass|a1a1|token|stack/);
    expect(words).toContain("could not reach smtps://…@mail.example.com for …@…");
    expect(faultWords({ message: "x ".repeat(1_000) }).length).toBeLessThan(310);
    expect(faultWords(null)).toBe("No reason was kept.");
  });
});

describe("settings", () => {
  it("say of secrets no more than whether they are set, of whatever is new too", () => {
    const lines = settingLines([
      { name: "AUTH_SECRET", value: "s3cret", source: "start" },
      { name: "BRAND_NEW", value: "who knows", source: "given" },
      { name: "PORT", value: "3000", source: "default" },
      { name: "STRIPE_API_URL", value: "https://me:pw@proxy.example", source: "given" },
      { name: "SETTINGS_GIVEN", value: "PORT", source: "start" },
      { name: "SMTP_URL", value: null, source: "default" },
    ]);
    expect(lines).toEqual([
      { name: "AUTH_SECRET", value: "set", isSecret: true, source: "start" },
      { name: "BRAND_NEW", value: "set", isSecret: true, source: "given" },
      { name: "PORT", value: "3000", isSecret: false, source: "default" },
      { name: "SMTP_URL", value: null, isSecret: true, source: "default" },
      { name: "STRIPE_API_URL", value: "https://…@proxy.example", isSecret: false, source: "given" },
    ]);
  });

  it("are each explained in docs/configuration.md", () => {
    const page = readFileSync("docs/configuration.md", "utf8");
    const unexplained = listSettings().filter(({ name }) => !new RegExp(`\`${name}\\b`).test(page));
    expect(unexplained.map(({ name }) => name)).toEqual([]);
  });
});

it("an act of the desk is one on its own things", () => {
  for (const act of ["article.withdraw", "story.merge", "list.publish"]) expect(isDeskAct(act)).toBe(true);
  for (const act of ["member.role", "job.retry", "publisher.policy", "articles", "log.verify"]) expect(isDeskAct(act)).toBe(false);
});
