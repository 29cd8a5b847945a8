import { type Conn, db } from "@/lib/platform/db";

/** Marks what came of a customer up to an instant as dealt with. */
export async function markProcessed(customerId: string, upTo: Date, conn: Conn = db): Promise<void> {
  await conn.billingWebhook.updateMany({
    where: { customerId, processedAt: null, receivedAt: { lte: upTo } },
    data: { processedAt: new Date() },
  });
}
