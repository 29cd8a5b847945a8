import { describe, expect, it } from "vitest";
import { errorCode, wordsForCode } from "@/lib/accounts/error-words";
import { sessionCookieName } from "@/lib/accounts/session-cookie";
import { trialDaysLeft, trialEnd } from "@/lib/accounts/trial";
import { viewerBadge } from "@/lib/accounts/viewer-badge";
import type { Viewer } from "@/lib/entitlements/types";
import { accountViewer } from "../../support/account-viewer";

const now = new Date("2026-11-22T12:00:00Z");
const account = accountViewer;

describe("trial", () => {
  it("lasts fourteen days to the millisecond", () => {
    expect(trialEnd(now).toISOString()).toBe("2026-12-06T12:00:00.000Z");
  });

  it("counts a begun day as a day left, and none once it is over", () => {
    expect(trialDaysLeft(trialEnd(now), now)).toBe(14);
    expect(trialDaysLeft(new Date(now.getTime() + 1), now)).toBe(1);
    expect(trialDaysLeft(now, now)).toBe(0);
    expect(trialDaysLeft(null, now)).toBe(0);
  });
});

describe("viewerBadge", () => {
  it("names what opens the paper for an account", () => {
    const stateOf = (viewer: Viewer) => {
      const badge = viewerBadge(viewer, now);
      return badge.kind === "account" ? badge.state : badge.kind;
    };
    expect(stateOf({ kind: "visitor" })).toBe("visitor");
    expect(stateOf(account({}))).toBe("free");
    expect(stateOf(account({ trialEndsAt: trialEnd(now) }))).toBe("trial");
    expect(stateOf(account({ trialEndsAt: now }))).toBe("free");
    expect(stateOf(account({ trialEndsAt: trialEnd(now), paidUntil: trialEnd(now) }))).toBe("member");
    expect(stateOf(account({ role: "editor" }))).toBe("staff");
  });
});

describe("form words", () => {
  it("turn every refusal into words and take no others from an address", () => {
    const code = errorCode({ kind: "invalid", fields: { email: "x", password: "y" } });
    expect(Object.keys(wordsForCode(code)?.fields ?? {})).toEqual(["email", "password"]);
    const kinds = [
      "email-taken",
      "wrong-credentials",
      "wrong-code",
      "link-spent",
      "sign-in",
      "step-up",
      "last-way",
      "unavailable",
    ] as const;
    for (const kind of kinds) expect(wordsForCode(errorCode({ kind }))?.message).toMatch(/\.$/);
    for (const kind of ["too-many-attempts", "busy"] as const)
      expect(wordsForCode(errorCode({ kind, retryAfterSec: 1 }))?.message).toMatch(/\.$/);
    for (const reason of ["common", "about-you", "pattern"] as const)
      expect(wordsForCode(errorCode({ kind: "weak-password", reason }))?.fields.password).toMatch(/\.$/);
    expect(wordsForCode("<script>")).toBeNull();
    expect(wordsForCode(undefined)).toBeNull();
  });
});

it("binds the session cookie to its host over https only", () => {
  expect(sessionCookieName(true)).toMatch(/^__Host-/);
  expect(sessionCookieName(false)).not.toMatch(/^__/);
});
