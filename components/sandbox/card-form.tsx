import { Field } from "@/components/account/field";
import { testCards } from "@/lib/billing/sandbox-cards";
import type { SandboxFault } from "@/lib/billing/sandbox-types";
import { cardFault, faultWords } from "./fault-words";

type CardFormProps = { action: string; submit: string; fault: SandboxFault | null };

/** A card form for test cards, filled in with the one that pays unless another was just refused. It never asks for a real card. */
export function CardForm({ action, submit, fault }: CardFormProps) {
  const about = fault && cardFault(fault);
  const error = fault && { message: faultWords(fault), fields: about ? { [about.field]: about.words } : {} };
  const shared = { type: "text", autoComplete: "off", error } as const;
  return (
    <form className="form" action={action} method="post">
      {error && (
        <p className="form-error" role="alert">
          {error.message}
        </p>
      )}
      <Field
        {...shared}
        name="number"
        label="Card number"
        defaultValue={about?.field === "number" ? "" : testCards[0].number}
        maxLength={40}
      />
      <div className="sandbox-pair">
        <Field {...shared} name="expiry" label="Expires" defaultValue="12/34" maxLength={10} />
        <Field {...shared} name="cvc" label="Security code" defaultValue="123" maxLength={6} />
      </div>
      <button type="submit" className="button">
        {submit}
      </button>
      <div className="sandbox-cards">
        <p>Test cards</p>
        <dl>
          {testCards.map(({ number, words }) => (
            <div key={number}>
              <dt>{number}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </div>
    </form>
  );
}
