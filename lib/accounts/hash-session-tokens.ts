import type { DBAdapter, DBTransactionAdapter, Where } from "better-auth";
import { sha256Hex } from "@/lib/core/hash";

/**
 * Puts digests in the place of session tokens on their way to and from the database: better-auth sees the token that
 * the browser holds, the table never does. Rows found in another way than by their token come with the digest.
 *
 * Source: OWASP ASVS 7.2; better-auth itself keeps tokens plain.
 */
export function hashSessionTokens<Adapter extends DBAdapter>(adapter: Adapter): Adapter {
  return { ...adapter, ...hashIn(adapter), transaction: (work) => adapter.transaction((tx) => work({ ...tx, ...hashIn(tx) })) };
}

type Row = Record<string, unknown>;
type Question = { model: string; where?: Where[] | undefined };

function hashIn(adapter: DBTransactionAdapter): Partial<DBTransactionAdapter> {
  return {
    create: async (asked) => {
      const created = await adapter.create<Row, Row>({ ...asked, data: hashToken(asked.model, asked.data) });
      return showToken(asked.model, created, asked.data.token) as never;
    },
    findOne: async (asked) => showAsked(asked, await adapter.findOne<Row>({ ...asked, where: hashWhere(asked) })) as never,
    findMany: async (asked) => {
      const rows = await adapter.findMany<Row>({ ...asked, where: hashWhere(asked) });
      return rows.map((row) => showAsked(asked, row)) as never;
    },
    update: async (asked) => {
      const updated = await adapter.update<Row>({ ...asked, where: hashWhere(asked), update: hashToken(asked.model, asked.update) });
      return (asked.update.token ? showToken(asked.model, updated, asked.update.token) : showAsked(asked, updated)) as never;
    },
    updateMany: (asked) => adapter.updateMany({ ...asked, where: hashWhere(asked), update: hashToken(asked.model, asked.update) }),
    count: (asked) => adapter.count({ ...asked, where: hashWhere(asked) }),
    delete: (asked) => adapter.delete({ ...asked, where: hashWhere(asked) }),
    deleteMany: (asked) => adapter.deleteMany({ ...asked, where: hashWhere(asked) }),
    consumeOne: async (asked) => showAsked(asked, await adapter.consumeOne<Row>({ ...asked, where: hashWhere(asked) })) as never,
  };
}

function hashToken(model: string, data: Row): Row {
  return model === "session" && typeof data.token === "string" ? { ...data, token: sha256Hex(data.token) } : data;
}

function hashWhere({ model, where = [] }: Question): Where[] {
  if (model !== "session") return where;
  return where.map((part) => (part.field === "token" ? { ...part, value: hashValue(part.value) } : part));
}

function hashValue(value: Where["value"]): Where["value"] {
  if (typeof value === "string") return sha256Hex(value);
  return Array.isArray(value) ? value.map((each) => sha256Hex(String(each))) : value;
}

/** The row with the token it was asked for by, where it was asked for by one. */
function showAsked({ model, where = [] }: Question, row: Row | null): Row | null {
  const asked = where.filter((part) => part.field === "token").flatMap((part) => part.value);
  return showToken(
    model,
    row,
    asked.find((token) => typeof token === "string" && sha256Hex(token) === row?.token),
  );
}

function showToken(model: string, row: Row | null, token: unknown): Row | null {
  return model === "session" && row !== null && typeof token === "string" ? { ...row, token } : row;
}
