import type pg from "pg";
import { z } from "zod";
import type { Conn } from "@/lib/platform/db";
import { Prisma, type PrismaClient } from "@/prisma/generated/client";

/** One query as a store sent it. */
export type SentQuery = { text: string; values: unknown[] };

/** A client that notes every query sent through it. */
export function watchQueries(db: PrismaClient): { conn: Conn; sent: SentQuery[] } {
  const sent: SentQuery[] = [];
  const conn = new Proxy(db, {
    get(target, property) {
      if (property !== "$queryRaw") return Reflect.get(target, property);
      return (strings: TemplateStringsArray, ...values: unknown[]) => {
        const query = Prisma.sql(strings, ...values);
        sent.push({ text: query.text, values: query.values });
        return target.$queryRaw(query);
      };
    },
  });
  return { conn, sent };
}

type PlanNode = { "Node Type": string; "Relation Name"?: string | undefined; Plans?: PlanNode[] | undefined };

const PlanNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({ "Node Type": z.string(), "Relation Name": z.string().optional(), Plans: z.array(PlanNode).optional() }),
);
const Explained = z.tuple([
  z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: PlanNode, "Planning Time": z.number(), "Execution Time": z.number() })]) }),
]);

/** Tables so small that reading them whole is right. */
const smallTables = ["publisher"];

/** Runs a query and says which tables it reads from end to end, and how long the server was at it, planning included. */
export async function explainQuery(query: SentQuery, pool: pg.Pool): Promise<{ wholeReads: string[]; serverMs: number }> {
  const { rows } = await pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${query.text}`, query.values);
  const [{ "QUERY PLAN": plans }] = Explained.parse(rows);
  const [explained] = plans;
  const wholeReads = listNodes(explained.Plan)
    .filter((node) => node["Node Type"].includes("Seq Scan"))
    .flatMap((node) => node["Relation Name"] ?? [])
    .filter((table) => !smallTables.includes(table));
  return { wholeReads, serverMs: explained["Planning Time"] + explained["Execution Time"] };
}

const listNodes = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(listNodes)];
