import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { auth } from "@/lib/accounts/auth-gateway";
import { type RunningWorker, startWorker } from "@/lib/jobs/start-worker";
import { env } from "@/lib/platform/env";
import { silentLog } from "@/lib/platform/log";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { startMailServer } from "../../support/mail-server";
import { createTestDatabase } from "../../support/test-database";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));

const { url, close } = await createTestDatabase();
const dataDir = await mkdtemp(path.join(os.tmpdir(), "broadsheet-mail-"));
Object.assign(env(), { DATABASE_URL: url, DATA_DIR: dataDir, PUBLIC_URL: "http://localhost:3000" });

const server = await startMailServer();

let worker: RunningWorker | undefined;
afterAll(async () => {
  await worker?.stop(5_000);
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
  await close();
});

it("greets a new account by mail, which a fresh machine keeps in its outbox", async () => {
  worker = await startWorker({ webOrigin: "http://127.0.0.1:9", newsroomOrigin: null, scope: "sample" }, silentLog);
  const headers = { "content-type": "application/json", origin: "http://localhost:3000", "x-forwarded-for": "198.51.100.9" };
  const body = JSON.stringify({ name: "Zoë Quill", email: "zoe@example.com", password: "a long password" });
  const answer = await auth().handler(new Request("http://localhost:3000/api/auth/sign-up/email", { method: "POST", headers, body }));
  expect(answer.status).toBe(200);
  const mails = await vi.waitFor(
    async () => {
      const files = await readdir(path.join(dataDir, "outbox"));
      expect(files).toHaveLength(1);
      return files;
    },
    { timeout: 20_000, interval: 200 },
  );
  const mail = await readFile(path.join(dataDir, "outbox", mails[0] ?? ""), "utf8");
  expect(mail).toMatch(/^To: zoe@example\.com$/m);
  expect(mail).toMatch(/^Subject: Welcome to Broadsheet$/m);
  expect(mail).toContain("http://localhost:3000/");
  expect(mail).not.toContain("a long password");
});

it("sends over SMTP where a server is set, and tells a refusal from a server that is away", async () => {
  Object.assign(env(), { SMTP_URL: server.url });
  const mail = { subject: "Caf\u00e9", text: "One line.\n" };
  expect(await sendMail({ to: "ada@example.com", ...mail })).toMatchObject({ ok: true, value: { file: null } });
  expect(server.mails[0]?.source).toMatch(/^From: Broadsheet <desk@broadsheet\.example>\r$/m);
  expect(server.mails[0]).toMatchObject({ to: "ada@example.com", subject: "Café", text: "One line.\n" });
  expect(await sendMail({ to: "nobody@example.com", ...mail })).toMatchObject({ ok: false, error: { kind: "rejected" } });
  Object.assign(env(), { SMTP_URL: "smtp://127.0.0.1:1" });
  expect(await sendMail({ to: "ada@example.com", ...mail })).toMatchObject({ ok: false, error: { kind: "unavailable" } });
});

it("never lets a name or an address break into the headers", async () => {
  Object.assign(env(), { SMTP_URL: undefined });
  const sent = await sendMail({ to: "ada@example.com\r\nBcc: all@example.com", subject: "Hello\r\nX-Evil: 1", text: "words" });
  const written = sent.ok && sent.value.file ? await readFile(sent.value.file, "utf8") : "";
  expect(written).not.toMatch(/^(Bcc|X-Evil):/m);
});
