import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { changeRole } from "@/lib/accounts/admin-acts-store";
import { changeMemberRole, eraseMember, exportMember, resendLetter, signMemberOut } from "@/lib/accounts/admin-commands";
import { findMembers, listStaff } from "@/lib/accounts/admin-members-store";
import { readMember } from "@/lib/accounts/admin-queries";
import { getViewer, requireAdmin } from "@/lib/accounts/guards";
import { viewerBadge } from "@/lib/accounts/viewer-badge";
import { listRows, verifyChain } from "@/lib/audit/audit-store";
import { err, ok } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { ageSessions, newPerson } from "../../support/account-world";
import { theDesk } from "../../support/audit-actor";
import { newStaff } from "../../support/staff-person";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: testSecret, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

type Person = Awaited<ReturnType<typeof newPerson>>;
let admin: Person;
let member: Person;
const reason = "they asked for it";

beforeEach(async () => {
  admin = await newStaff(db, "admin");
  member = await newPerson(db);
  await db.user.update({ where: { id: member.userId }, data: { emailVerified: true } });
});

const form = (more: object = {}) => ({ userId: member.userId, reason, ...more });
const notices = async (email: string): Promise<string[]> => {
  const rows = await db.$queryRaw<{ notice: string }[]>`
    SELECT data->>'notice' AS notice FROM pgboss.job WHERE name = 'mail.notice' AND data->>'to' = ${email} ORDER BY created_on`;
  return rows.map(({ notice }) => notice);
};
const lastAct = async () => (await listRows(0, 2_000)).at(-1);
const roleOf = async (userId: string) => (await db.user.findUniqueOrThrow({ where: { id: userId }, select: { role: true } })).role;

describe("a role", () => {
  it("is given, signs its holder out, and stands in the log with its reason", async () => {
    expect(await admin.browser.ask(() => changeMemberRole(form({ role: "editor" })))).toEqual({ ok: true, value: undefined });
    expect(await roleOf(member.userId)).toBe("editor");
    expect(await member.browser.ask(getViewer)).toEqual({ kind: "visitor" });
    expect(await lastAct()).toMatchObject({
      actorId: admin.userId,
      actorRole: "admin",
      act: "member.role",
      subjectKind: "member",
      subjectId: member.userId,
      before: `{"role":"reader"}`,
      after: `{"role":"editor"}`,
      reason,
    });
    expect(await notices(member.email)).toEqual(["role-changed"]);
    expect((await verifyChain(null)).faults).toEqual([]);
  });

  it("of a title's own goes with the title, and away with it", async () => {
    const title = await db.publisher.create({
      data: {
        slug: `post-${member.userId}`,
        name: "The Post",
        homeUrl: "https://post.example",
        country: "US",
        language: "en",
        colour: "#336699",
        initials: "P",
        licence: "feed",
        wall: "open",
      },
    });
    const give = (role: string, slug: string) => admin.browser.ask(() => changeMemberRole(form({ role, title: slug })));
    expect(await give("publisher", "no-such-title")).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(await give("publisher", "")).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect(await give("publisher", title.slug)).toMatchObject({ ok: true });
    expect(await db.user.findUnique({ where: { id: member.userId } })).toMatchObject({ role: "publisher", publisherId: title.id });
    expect(await give("reader", "")).toMatchObject({ ok: true });
    expect(await db.user.findUnique({ where: { id: member.userId } })).toMatchObject({ role: "reader", publisherId: null });
  });

  it("wants a fresh proof, and is never one's own to change", async () => {
    const own = { userId: admin.userId, reason, role: "reader" };
    expect(await admin.browser.ask(() => changeMemberRole(own))).toMatchObject({ ok: false, error: { kind: "conflict" } });
    await ageSessions(db, admin.userId, 6);
    expect(await admin.browser.ask(() => changeMemberRole(form({ role: "editor" })))).toEqual({ ok: false, error: { kind: "step-up" } });
    expect([await roleOf(admin.userId), await roleOf(member.userId)]).toEqual(["admin", "reader"]);
  });
});

describe("a role of the staff", () => {
  it("of the last admin stays, however many take it at once", async () => {
    await db.user.updateMany({ where: { role: "admin", NOT: { id: admin.userId } }, data: { role: "reader" } });
    const other = await newStaff(db, "admin");
    const take = (from: Person, of: Person) => from.browser.ask(() => changeMemberRole({ userId: of.userId, reason, role: "reader" }));
    const taken = await Promise.all([take(admin, other), take(other, admin)]);
    expect(taken.filter((each) => each.ok)).toHaveLength(1);
    expect(await db.user.count({ where: { role: "admin" } })).toBe(1);
    const [last] = await listStaff();
    const deed = { actor: theDesk, userId: last?.userId ?? "", reason, now: new Date() };
    expect(await changeRole({ role: "reader" }, deed)).toMatchObject({ ok: false, error: { words: expect.stringMatching(/last admin/) } });
  });

  it("that wants a second key counts as a reader's, and the menu says so", async () => {
    const editor = await newStaff(db, "editor");
    const badge = async () => viewerBadge(await editor.browser.ask(getViewer), new Date());
    expect(await badge()).toMatchObject({ state: "staff", role: "editor" });
    await db.session.updateMany({ where: { userId: editor.userId }, data: { secondFactorAt: null } });
    expect(await badge()).toMatchObject({ state: "trial", isKeyMissing: true });
    expect(await badge()).not.toHaveProperty("role");
    expect(viewerBadge(await member.browser.ask(getViewer), new Date())).not.toHaveProperty("isKeyMissing");
  });
});

describe("other acts on an account", () => {
  it("sign it out everywhere", async () => {
    expect(await admin.browser.ask(() => signMemberOut(form()))).toEqual({ ok: true, value: 1 });
    expect(await member.browser.ask(getViewer)).toEqual({ kind: "visitor" });
    expect(await lastAct()).toMatchObject({ act: "member.sign-out", before: `{"sessions":1}`, reason });
    expect(await notices(member.email)).toEqual(["signed-out-by-office"]);
  });

  it("make the archive that the member would get, and tell them", async () => {
    const exported = await admin.browser.ask(() => exportMember(form()));
    const archive = JSON.parse(exported.ok ? exported.value : "{}");
    expect(archive.tables.user).toMatchObject({ email: member.email });
    expect(JSON.stringify(archive)).not.toContain("argon2");
    expect(await lastAct()).toMatchObject({ act: "member.export", subjectId: member.userId });
    expect(await notices(member.email)).toEqual(["exported-by-office"]);
  });

  it("send the confirmation again, only where there is one to make", async () => {
    expect(await admin.browser.ask(() => resendLetter(form()))).toMatchObject({ ok: false, error: { kind: "conflict" } });
    await db.user.update({ where: { id: member.userId }, data: { emailVerified: false } });
    expect(await admin.browser.ask(() => resendLetter(form()))).toEqual({ ok: true, value: undefined });
    expect(await db.mailProof.count({ where: { userId: member.userId, purpose: "verify" } })).toBeGreaterThan(0);
  });

  it("erase it as its owner would, and the log keeps no more than its number", async () => {
    const ended: string[] = [];
    const end = async (userId: string) => {
      ended.push(userId);
      return ok(undefined);
    };
    const erase = (more: object) => admin.browser.ask(() => eraseMember(form(more), end));
    expect(await erase({ email: "other@example.com" })).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(ended).toEqual([]);
    expect(await erase({ email: ` ${member.email.toUpperCase()} ` })).toEqual({ ok: true, value: undefined });
    expect(ended).toEqual([member.userId]);
    expect(await db.user.findUnique({ where: { id: member.userId } })).toBeNull();
    expect(await member.browser.ask(getViewer)).toEqual({ kind: "visitor" });
    const act = await lastAct();
    expect(act).toMatchObject({ act: "member.erase", subjectId: member.userId });
    expect(JSON.stringify(act)).not.toContain(member.email);
    expect(await notices(member.email)).toEqual(["erased-by-office"]);
    expect(await erase({ email: member.email })).toEqual({ ok: false, error: { kind: "not-found" } });
  });

  it("do not erase the staff, nor while the membership cannot be ended", async () => {
    const stuck = async () => err({ kind: "unavailable" });
    expect(await admin.browser.ask(() => eraseMember(form({ email: member.email }), stuck))).toMatchObject({ error: { kind: "failed" } });
    const other = await newStaff(db, "admin");
    const asked = { userId: other.userId, reason, email: other.email };
    expect(await admin.browser.ask(() => eraseMember(asked, async () => ok(undefined)))).toMatchObject({ error: { kind: "conflict" } });
    expect(await db.user.count({ where: { id: { in: [member.userId, other.userId] } } })).toBe(2);
  });
});

describe("looking up", () => {
  it("finds by the beginning of an address, of any word of a name, and by number", async () => {
    await db.user.update({ where: { id: member.userId }, data: { name: "Zoë de Quincey-Ångström" } });
    const found = async (q: string) => (await findMembers({ q, role: "", before: null })).members.map(({ userId }) => userId);
    for (const q of [member.email, member.email.slice(0, -4).toUpperCase(), member.userId, "quin", "Zoë quincey", "ångs"])
      expect(await found(q), q).toContain(member.userId);
    for (const q of ["uincey", "%", "' | 'zoë", "zoë & !", "():*"]) expect(await found(`${q}nobody`), q).toEqual([]);
    expect(await found("%")).toEqual([]);
  });

  it("lists everyone, the newest first, page by page, and the staff alone", async () => {
    const seen: string[] = [];
    const many = Array.from({ length: 120 }, (_, n) => ({
      id: `many-${n}`,
      name: "Many",
      email: `many-${n}@example.com`,
      createdAt: new Date(n % 7),
    }));
    await db.user.createMany({ data: many });
    for (let before: string | null = null, pages = 0; pages < 10; pages += 1) {
      const page = await findMembers({ q: "", role: "", before });
      seen.push(...page.members.map(({ userId }) => userId));
      before = page.next;
      if (before === null) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await db.user.count());
    const staff = await findMembers({ q: "", role: "staff", before: null });
    expect(staff.members.every(({ role }) => role !== "reader")).toBe(true);
    await db.user.deleteMany({ where: { id: { startsWith: "many-" } } });
  });

  it("shows an admin who somebody is, and nobody else anything; no key and nothing that was read", async () => {
    const staff = await admin.browser.ask(requireAdmin);
    if (!staff) throw new Error("The admin is no admin.");
    const file = await readMember(staff, member.userId, new Date());
    expect(file?.member).toMatchObject({ email: member.email, hasPassword: true, sessions: [{ hasSecondFactor: false }] });
    expect(JSON.stringify(file)).not.toMatch(/argon2|token|secret|ipAddress|198\.51/i);
    const asEditor = { ...staff, viewer: { ...staff.viewer, role: "editor" as const } };
    expect(await readMember(asEditor, member.userId, new Date())).toBeNull();
  });
});
