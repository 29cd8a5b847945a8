import { expect, it } from "vitest";
import { browserWords } from "@/lib/accounts/browser-words";
import { noticeMail } from "@/lib/accounts/notice-mail";
import { proofMail } from "@/lib/accounts/proof-mail";
import { parseMail } from "@/lib/platform/mail/parse-mail";

const letter = { name: "Ada", isTaken: false, origin: "https://paper.example", token: "t".repeat(43), code: "01234567" };

it("carries a code and a link in one letter, and says how long they count", () => {
  const { subject, text } = proofMail({ ...letter, purpose: "sign-in" });
  expect(subject).toContain("0123 4567");
  expect(text).toContain(`https://paper.example/sign-in/link?token=${letter.token}`);
  expect(text).toContain("20 minutes");
});

it("carries neither where an address has no account to set a password for, or belongs to another one", () => {
  for (const mail of [
    proofMail({ ...letter, purpose: "reset", name: null }),
    proofMail({ ...letter, purpose: "new-address", isTaken: true }),
  ])
    expect(mail.text).not.toContain(letter.token);
});

it("shows the code in no letter whose link alone counts", () => {
  for (const purpose of ["reset", "verify", "new-address"] as const) expect(proofMail({ ...letter, purpose }).text).not.toContain("0123");
});

it("tells an owner what to do when a change was not theirs", () => {
  expect(noticeMail("password-changed", { name: "Ada", origin: "https://paper.example" }).text).toContain("https://paper.example/reset");
});

it("reads a mail of ours back, whatever it was encoded in", () => {
  const head =
    "From: Broadsheet <desk@broadsheet.example>\nTo: ada@example.com\nSubject: =?UTF-8?Q?Caf=C3=A9?=\n =?UTF-8?B?IGRlcyBBcnRz?=\nDate: Sun, 22 Nov 2026 12:00:00 +0000\n";
  const quoted = parseMail(`${head}Content-Transfer-Encoding: quoted-printable\n\nZo=C3=AB reads a very long=\n line.\n`);
  expect(quoted).toMatchObject({ to: "ada@example.com", subject: "Café des Arts", text: "Zoë reads a very long line.\n" });
  expect(parseMail(`${head}Content-Transfer-Encoding: base64\n\nWm/Dqw==\n`).text).toBe("Zoë");
  expect(parseMail("nothing of a mail")).toMatchObject({ to: "", text: "" });
});

it("names a browser as its owner would", () => {
  expect(browserWords("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe("Firefox on Linux");
  expect(browserWords("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0")).toBe("Edge on Windows");
  expect(browserWords(null)).toBe("An unknown browser");
});
