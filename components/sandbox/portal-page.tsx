import { dateWords } from "@/components/membership/date-words";
import { Invoices } from "@/components/membership/invoices";
import type { SandboxFault, SandboxPortalView, SandboxSubscription } from "@/lib/billing/sandbox-types";
import { moneyWords } from "@/lib/core/money";
import { product } from "@/lib/core/product";
import { CardForm } from "./card-form";
import { SandboxFrame } from "./sandbox-frame";

type PortalPageProps = { view: SandboxPortalView; fault: SandboxFault | null; isSaved: boolean };

/** A customer's own page at the provider: what they pay for, their card, their invoices, and the way out. */
export function PortalPage({ view, fault, isSaved }: PortalPageProps) {
  const { id, subscription, cardLast4 } = view;
  const invoices = view.invoices.map((invoice) => ({ ...invoice, hostedUrl: `/sandbox/invoice/${invoice.id}` }));
  return (
    <SandboxFrame title="Card and invoices" words={subscription ? stateWords(subscription) : "There is no membership."}>
      {isSaved && (
        <p className="form-done" role="status">
          Saved.
        </p>
      )}
      <section>
        <h2>{cardLast4 ? `Card ending in ${cardLast4}` : "No card"}</h2>
        <CardForm action={`/sandbox/portal/${id}/card`} submit="Use this card" fault={fault} />
      </section>
      <Invoices invoices={invoices} />
      {subscription?.status === "active" && <Renewal id={id} isEnding={subscription.isEnding} />}
      <p className="form-after">
        <a className="quiet" href={view.returnUrl}>
          Back to {product.name}
        </a>
      </p>
    </SandboxFrame>
  );
}

function Renewal({ id, isEnding }: { id: string; isEnding: boolean }) {
  return (
    <section>
      <h2>The membership</h2>
      <form className="form" action={`/sandbox/portal/${id}/renewal`} method="post">
        <button type="submit" className="button button-quiet" name="renewal" value={isEnding ? "on" : "off"}>
          {isEnding ? "Keep the membership" : "Cancel the membership"}
        </button>
      </form>
    </section>
  );
}

function stateWords({ status, isEnding, plan, amountMinor, currency, periodEnd, pastDueSince, resumesAt }: SandboxSubscription): string {
  const charge = `${moneyWords(amountMinor, currency)} a ${plan === "yearly" ? "year" : "month"}`;
  if (status === "ended") return `The membership has ended. It was paid until ${dateWords(periodEnd)}.`;
  if (status === "past_due") return `${charge} could not be charged on ${dateWords(pastDueSince ?? periodEnd)}. It will be tried again.`;
  if (isEnding) return `Paid until ${dateWords(periodEnd)}, then it ends. Nothing more is charged.`;
  if (resumesAt) return `Paid until ${dateWords(periodEnd)}, then paused. From ${dateWords(resumesAt)} it is ${charge} again.`;
  return `Paid until ${dateWords(periodEnd)}, then ${charge}.`;
}
