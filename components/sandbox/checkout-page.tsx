import type { SandboxCheckoutView, SandboxFault } from "@/lib/billing/sandbox-types";
import { moneyWords } from "@/lib/core/money";
import { product } from "@/lib/core/product";
import { CardForm } from "./card-form";
import { SandboxFrame } from "./sandbox-frame";

type CheckoutPageProps = { view: SandboxCheckoutView; fault: SandboxFault | null };

/** Where a checkout is paid: what for, by which card, and the way back without paying. */
export function CheckoutPage({ view, fault }: CheckoutPageProps) {
  const sum = moneyWords(view.amountMinor, view.currency);
  if (view.state === "paid" || view.state === "expired") return <ClosedCheckout view={view} />;
  return (
    <SandboxFrame title={`Pay ${sum}`} words={whatFor(view)}>
      <CardForm action={`/sandbox/checkout/${view.id}/pay`} submit={`Pay ${sum}`} fault={fault} />
      <p className="form-after">
        <a className="quiet" href={view.cancelUrl}>
          Go back without paying
        </a>
      </p>
    </SandboxFrame>
  );
}

function ClosedCheckout({ view }: { view: SandboxCheckoutView }) {
  const isPaid = view.state === "paid";
  const wayOn = isPaid ? view.successUrl : view.cancelUrl;
  return (
    <SandboxFrame title={isPaid ? "This has been paid" : "This page has expired"}>
      <p className="form-after">
        <a className="quiet" href={wayOn}>
          Back to {product.name}
        </a>
      </p>
    </SandboxFrame>
  );
}

function whatFor({ kind, plan, months, amountMinor, currency }: SandboxCheckoutView): string {
  if (kind === "gift") return `${months} months of ${product.name}, as a gift. Paid once.`;
  const per = plan === "yearly" ? "year" : "month";
  return `${product.name} membership: ${moneyWords(amountMinor, currency)} a ${per}, until you cancel.`;
}
