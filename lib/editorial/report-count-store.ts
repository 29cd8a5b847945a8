import { type Conn, db } from "@/lib/platform/db";

const countedMax = 100;

/** How many reports of readers wait for an answer; 100 stands for as many or more. */
export const countOpenReports = async (conn: Conn = db): Promise<number> =>
  (await conn.articleReport.findMany({ where: { state: "open" }, take: countedMax, select: { id: true } })).length;
