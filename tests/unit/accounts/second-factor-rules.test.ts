import { describe, expect, it } from "vitest";
import { accountKey } from "@/lib/accounts/account-key";
import { readChallenge, writeChallenge } from "@/lib/accounts/passkey-challenge";
import { passkeyName } from "@/lib/accounts/passkey-name";
import { MadePasskey } from "@/lib/accounts/passkey-types";
import { isFreshProof, isHalfOpen, proofWays } from "@/lib/accounts/step-up-rules";
import { proofWords } from "@/lib/accounts/step-up-words";
import { authenticatorUri, backupCodeOf, readCode } from "@/lib/accounts/two-factor-rules";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 12, minute));
const secret = "s".repeat(40);

describe("a proof of who someone is", () => {
  it("is fresh for five minutes after signing in or stepping up", () => {
    expect(isFreshProof({ createdAt: at(0), steppedUpAt: null }, at(4))).toBe(true);
    expect(isFreshProof({ createdAt: at(0), steppedUpAt: null }, at(5))).toBe(false);
    expect(isFreshProof({ createdAt: at(0), steppedUpAt: at(30) }, at(34))).toBe(true);
    expect(isFreshProof({ createdAt: at(0), steppedUpAt: at(30) }, at(35))).toBe(false);
  });

  it("from the future is none", () => {
    expect(isFreshProof({ createdAt: at(10), steppedUpAt: null }, at(9))).toBe(false);
  });

  it("by password never stands in for a second factor that is owed", () => {
    const facts = { role: "reader" as const, createdAt: at(0), steppedUpAt: null };
    expect(isHalfOpen({ ...facts, hasTwoFactor: true, secondFactorAt: null })).toBe(true);
    expect(isHalfOpen({ ...facts, hasTwoFactor: true, secondFactorAt: at(1) })).toBe(false);
    expect(isHalfOpen({ ...facts, hasTwoFactor: false, secondFactorAt: null })).toBe(false);
    expect(proofWays({ password: true, code: true, passkey: true }, true)).toEqual({
      password: false,
      code: true,
      passkey: true,
      mail: false,
    });
  });

  it("comes by mail only where there is nothing else", () => {
    expect(proofWays({ password: false, code: false, passkey: false }, false).mail).toBe(true);
    expect(proofWays({ password: true, code: false, passkey: false }, false).mail).toBe(false);
  });
});

describe("a question to a passkey", () => {
  const asked = { purpose: "prove" as const, subject: "session-1", challenge: "Y2hhbGxlbmdl" };
  const token = writeChallenge(asked, secret, at(0));

  it("is read back for five minutes", () => {
    expect(readChallenge(token, asked, secret, at(4))).toBe("Y2hhbGxlbmdl");
    expect(readChallenge(token, asked, secret, at(5))).toBeNull();
  });

  it.each([
    ["another purpose", { ...asked, purpose: "sign-in" as const }],
    ["another session", { ...asked, subject: "session-2" }],
  ])("counts for nothing in %s", (_name, expected) => {
    expect(readChallenge(token, expected, secret, at(1))).toBeNull();
  });

  it("that we did not sign is none", () => {
    expect(readChallenge(token, asked, "t".repeat(40), at(1))).toBeNull();
    expect(readChallenge(token.replace("Y2hhbGxlbmdl", "Y2hhbGxlbmdm"), asked, secret, at(1))).toBeNull();
    expect(readChallenge(`${token}.more`, asked, secret, at(1))).toBeNull();
    expect(readChallenge("", asked, secret, at(1))).toBeNull();
  });
});

describe("backup codes", () => {
  it("have ten signs that cannot be mistaken for one another", () => {
    const code = backupCodeOf(Uint8Array.from({ length: 10 }, (_, index) => index * 31));
    expect(code).toMatch(/^[a-hj-np-z2-9]{5}-[a-hj-np-z2-9]{5}$/);
  });

  it("are read however they were typed", () => {
    expect(readCode(" ABCDE fghjk ")).toEqual({ kind: "backup", code: "abcde-fghjk" });
    expect(readCode("abcdefghjk")).toEqual({ kind: "backup", code: "abcde-fghjk" });
    expect(readCode("123 456")).toEqual({ kind: "totp", code: "123456" });
  });
});

it("the app is told whose secret it is", () => {
  expect(authenticatorUri("ada+x@example.com", "MZXW6")).toBe(
    "otpauth://totp/Broadsheet:ada%2Bx%40example.com?secret=MZXW6&issuer=Broadsheet&digits=6&period=30",
  );
});

it("the books name an account by a digest that only the install can make", () => {
  expect(accountKey(secret, "a")).toMatch(/^[0-9a-f]{64}$/);
  expect(accountKey(secret, "a")).toBe(accountKey(secret, "a"));
  expect(accountKey(secret, "a")).not.toBe(accountKey(secret, "b"));
  expect(accountKey(secret, "a")).not.toBe(accountKey("t".repeat(40), "a"));
});

it("a passkey has a name before it is named", () => {
  expect(passkeyName(["internal", "hybrid"], false)).toBe("This device");
  expect(passkeyName(["internal", "hybrid"], true)).toBe("Password manager");
  expect(passkeyName(["usb"], false)).toBe("Security key");
  expect(passkeyName([], false)).toBe("Passkey");
});

it("ways to reach a passkey that nobody knows yet are left out", () => {
  const response = { clientDataJSON: "e30", attestationObject: "e30", transports: ["usb", "telepathy"] };
  expect(MadePasskey.parse({ id: "a", rawId: "a", type: "public-key", response }).response.transports).toEqual(["usb"]);
});

it("words stand for our own short names alone", () => {
  expect(proofWords("wrong-code")).toContain("does not fit");
  expect(proofWords("constructor")).toBeNull();
  expect(proofWords(["wrong-code"])).toBeNull();
});
