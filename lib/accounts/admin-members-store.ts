import type { Role } from "@/lib/entitlements/types";
import { type Conn, db } from "@/lib/platform/db";
import type { MemberFile, MemberLine, MemberPage, MemberSearch, MemberSession, SentMail } from "./admin-types";
import { browserWords } from "./browser-words";
import { listWaysIn } from "./credential-store";

const pageRows = 50;
const rowsMax = 50;

const columns = {
  id: true,
  name: true,
  email: true,
  emailVerified: true,
  role: true,
  createdAt: true,
  trialEndsAt: true,
  paidUntil: true,
} as const;

/**
 * Members whose address begins so, whose id it is, or whose name has words that begin so (at most 50, in no order that
 * means anything); without a search everyone, the newest first.
 *
 * @param search.role "staff" for those with a role alone
 */
export function findMembers({ q, role, before }: MemberSearch, conn: Conn = db): Promise<MemberPage> {
  return q === "" ? listNewest(role === "staff", before, conn) : search(q, role === "staff", conn);
}

async function listNewest(isStaffOnly: boolean, before: string | null, conn: Conn): Promise<MemberPage> {
  const [ms, id] = before?.split(".") ?? [];
  const at = new Date(Number(ms));
  const rows = await conn.user.findMany({
    where: {
      ...(isStaffOnly && { NOT: { role: "reader" as const } }),
      ...(id !== undefined && { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: columns,
    take: pageRows + 1,
  });
  const last = rows.length > pageRows ? rows[pageRows - 1] : undefined;
  return { members: rows.slice(0, pageRows).map(toLine), next: last ? `${last.createdAt.getTime()}.${last.id}` : null };
}

async function search(q: string, isStaffOnly: boolean, conn: Conn): Promise<MemberPage> {
  const ids = await conn.$queryRaw<{ id: string }[]>`
    (SELECT id FROM "user" WHERE id = ${q})
    UNION (SELECT id FROM "user" WHERE email LIKE ${`${likeWords(q.toLowerCase())}%`} LIMIT ${rowsMax})
    UNION (SELECT id FROM "user" WHERE to_tsvector('simple', name) @@ to_tsquery('simple', ${nameQuery(q)}) LIMIT ${rowsMax})
    LIMIT ${rowsMax}`;
  const where = { id: { in: ids.map(({ id }) => id) }, ...(isStaffOnly && { NOT: { role: "reader" as const } }) };
  const rows = await conn.user.findMany({ where, orderBy: [{ name: "asc" }, { id: "asc" }], select: columns, take: rowsMax });
  return { members: rows.map(toLine), next: null };
}

const likeWords = (typed: string): string => typed.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Every word typed has to begin a word of the name; what is no letter or digit parts words. Nothing typed finds nobody. */
function nameQuery(typed: string): string {
  const words = typed.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words.map((word) => `'${word}':*`).join(" & ");
}

/** Everyone with a role, at most 1,000; admins first. */
export async function listStaff(conn: Conn = db): Promise<MemberLine[]> {
  const rows = await conn.user.findMany({
    where: { NOT: { role: "reader" } },
    orderBy: [{ role: "desc" }, { createdAt: "asc" }, { id: "asc" }],
    select: columns,
    take: 1_000,
  });
  return rows.map(toLine);
}

type Row = {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  role: Role;
  createdAt: Date;
  trialEndsAt: Date | null;
  paidUntil: Date | null;
};

function toLine({ id, name, email, emailVerified, role, createdAt, trialEndsAt, paidUntil }: Row): MemberLine {
  const ends = [trialEndsAt, paidUntil].filter((end) => end !== null).map((end) => end.getTime());
  const openUntil = ends.length > 0 ? new Date(Math.max(...ends)) : null;
  return { userId: id, name, email, isEmailVerified: emailVerified, role, joinedAt: createdAt, openUntil };
}

/** What the office may know of one account; null when there is none. */
export async function findMemberFile(userId: string, now: Date, conn: Conn = db): Promise<MemberFile | null> {
  const user = await conn.user.findUnique({
    where: { id: userId },
    select: { ...columns, twoFactorEnabled: true, publisher: { select: { slug: true, name: true } } },
  });
  if (!user) return null;
  const [ways, sessions, mails] = await Promise.all([
    listWaysIn(userId, conn),
    listOpenSessions(userId, now, conn),
    listMails(userId, conn),
  ]);
  const { trialEndsAt, twoFactorEnabled: hasTwoFactor, publisher: title } = user;
  return { ...toLine(user), title, trialEndsAt, ...ways, hasTwoFactor, sessions, mails };
}

async function listOpenSessions(userId: string, now: Date, conn: Conn): Promise<MemberSession[]> {
  const rows = await conn.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    select: { method: true, userAgent: true, createdAt: true, updatedAt: true, secondFactorAt: true },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: rowsMax,
  });
  return rows.map(({ method, userAgent, createdAt, updatedAt, secondFactorAt }) => ({
    method,
    browser: browserWords(userAgent),
    createdAt,
    usedAt: updatedAt,
    hasSecondFactor: secondFactorAt !== null,
  }));
}

/** Notices of the membership for good, letters for as long as they count; newest first. */
async function listMails(userId: string, conn: Conn): Promise<SentMail[]> {
  const [notices, letters] = await Promise.all([
    conn.membershipNotice.findMany({ where: { userId }, select: { kind: true, sentAt: true }, orderBy: { sentAt: "desc" }, take: rowsMax }),
    conn.mailProof.findMany({
      where: { userId },
      select: { purpose: true, createdAt: true },
      orderBy: { createdAt: "desc" },
      take: rowsMax,
    }),
  ]);
  const mails = [
    ...notices.map(({ kind, sentAt }) => ({ kind, at: sentAt })),
    ...letters.map(({ purpose, createdAt }) => ({ kind: `letter: ${purpose}`, at: createdAt })),
  ];
  return mails.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, rowsMax);
}

/** Titles that somebody can work for, by name. */
export async function listTitles(conn: Conn = db): Promise<{ slug: string; name: string }[]> {
  return conn.publisher.findMany({ select: { slug: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 2_000 });
}
