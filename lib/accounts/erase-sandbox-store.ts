import type { Tx } from "@/lib/platform/db";

/**
 * Erases what the sandbox holds of an account: a provider of our own, whose tables nobody else would clear. A real
 * provider is asked by whoever runs the install; our own books of what it charged stay, without a name.
 */
export async function eraseSandboxTraces(userId: string, tx: Tx): Promise<void> {
  await tx.sandboxSession.deleteMany({ where: { clientReference: userId } });
  const customer = await tx.sandboxCustomer.findUnique({ where: { clientReference: userId }, select: { id: true } });
  if (!customer) return;
  const customerId = customer.id;
  await tx.sandboxPortal.deleteMany({ where: { customerId } });
  await tx.sandboxEvent.deleteMany({ where: { customerId } });
  await tx.sandboxInvoice.deleteMany({ where: { customerId } });
  await tx.sandboxSubscription.deleteMany({ where: { customerId } });
  await tx.sandboxCustomer.delete({ where: { id: customerId }, select: { id: true } });
}
