import type { SandboxCheckoutView } from "@/lib/billing/sandbox-types";
import { moneyWords } from "@/lib/core/money";
import { product } from "@/lib/core/product";
import { SandboxFrame } from "./sandbox-frame";

/** Stands for the page of a card's own bank that asks whether it was really you. */
export function ConfirmPage({ view }: { view: SandboxCheckoutView }) {
  const sum = moneyWords(view.amountMinor, view.currency);
  return (
    <SandboxFrame title="Is it you who is paying?" words={`Your card’s bank asks about ${sum} to ${product.name}.`}>
      <form className="form" action={`/sandbox/checkout/${view.id}/confirm/answer`} method="post">
        <button type="submit" className="button" name="answer" value="yes">
          Yes, pay {sum}
        </button>
        <button type="submit" className="button button-quiet" name="answer" value="no">
          No, pay nothing
        </button>
      </form>
    </SandboxFrame>
  );
}
