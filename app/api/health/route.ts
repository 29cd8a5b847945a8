import { isDatabaseUp } from "@/lib/feeds/queries";

export const dynamic = "force-dynamic";

/** Whether this process can serve: 200 with the database up, 503 otherwise. */
export async function GET(): Promise<Response> {
  const isUp = await isDatabaseUp();
  return Response.json({ status: isUp ? "ok" : "database-down" }, { status: isUp ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
