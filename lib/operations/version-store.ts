import { type Conn, db } from "@/lib/platform/db";

/** The version of the Postgres that answers: "18.4". */
export async function findServerVersion(conn: Conn = db): Promise<string> {
  const [row] = await conn.$queryRaw<{ version: string }[]>`SELECT current_setting('server_version') AS version`;
  return row?.version ?? "unknown";
}
