import { addMs, hourMs } from "@/lib/core/clock";
import { err, ok, type Result } from "@/lib/core/result";
import { db, type Tx } from "@/lib/platform/db";
import type { JudgedCard } from "./sandbox-cards";
import { payWhatIsOwed, type SandboxChange } from "./sandbox-changes";
import { newId, saveOutcome, withCustomer } from "./sandbox-customer-store";
import { listSandboxInvoices } from "./sandbox-subscription-store";
import type { SandboxFault, SandboxPortalView } from "./sandbox-types";

/** Opens a portal for a customer: whoever has its address may use it for an hour. @returns its id, null for a stranger */
export async function openSandboxPortal(customerId: string, returnUrl: string, now: Date, conn = db): Promise<string | null> {
  const known = await conn.sandboxCustomer.count({ where: { id: customerId } });
  if (known === 0) return null;
  const { id } = await conn.sandboxPortal.create({
    data: { id: newId("portal"), customerId, returnUrl, expiresAt: addMs(now, hourMs) },
    select: { id: true },
  });
  return id;
}

/** What an open portal shows; null for one that is closed. @param now the real instant */
export async function readSandboxPortal(id: string, now: Date): Promise<SandboxPortalView | null> {
  const portal = await findPortal(id, now);
  if (!portal) return null;
  return withCustomer(portal.customerId, now, async (customer, tx) => ({
    id,
    returnUrl: portal.returnUrl,
    cardLast4: customer.cardLast4,
    subscription: customer.subscription,
    invoices: await listSandboxInvoices(customer.id, 24, tx),
  }));
}

/** Keeps another card and charges to it at once what the old one could not pay. @param now the real instant */
export function changeSandboxCard(id: string, card: JudgedCard, now: Date): Promise<Result<void, SandboxFault>> {
  return change(id, now, payWhatIsOwed, (customerId, tx) =>
    tx.sandboxCustomer.update({ where: { id: customerId }, data: { cardBehaviour: card.card, cardLast4: card.last4 } }),
  );
}

/** Changes the subscription from a portal, as its owner asked there. @param now the real instant */
export function changeFromPortal(id: string, asked: SandboxChange, now: Date): Promise<Result<void, SandboxFault>> {
  return change(id, now, asked);
}

async function change(
  id: string,
  now: Date,
  asked: SandboxChange,
  before?: (customerId: string, tx: Tx) => Promise<{ cardBehaviour: string | null }>,
): Promise<Result<void, SandboxFault>> {
  const portal = await findPortal(id, now);
  if (!portal) return err("gone");
  const done = await withCustomer(portal.customerId, now, async (customer, tx): Promise<Result<void, SandboxFault>> => {
    const changed = before && (await before(customer.id, tx));
    const card = changed ? (changed.cardBehaviour === "pays" ? "pays" : "fails-later") : customer.card;
    if (!customer.subscription) return ok(undefined);
    const outcome = asked(customer.subscription, card, customer.now);
    if (!outcome.ok) return err("refused");
    await saveOutcome(outcome.value, now, tx);
    return ok(undefined);
  });
  return done ?? err("gone");
}

const findPortal = (id: string, now: Date) =>
  db.sandboxPortal.findFirst({ where: { id, expiresAt: { gt: now } }, select: { customerId: true, returnUrl: true } });
