import { product } from "@/lib/core/product";

const trial = `${product.trialDays} days`;

const questions: { ask: string; answer: string }[] = [
  {
    ask: "What happens when the trial ends?",
    answer: `Nothing is charged, because we hold no card of yours. After ${trial} you keep a free account. We write three days and one day before.`,
  },
  {
    ask: "How do I cancel?",
    answer:
      "On one page, with one button, in as many steps as it took to join. You read on until the end of what you have paid for, and a receipt comes by mail.",
  },
  {
    ask: "Can I pause?",
    answer:
      "For one, two or three months. The pause begins when the paid time is over, so no paid day is lost, and nothing is charged in it.",
  },
  {
    ask: "Do I get money back?",
    answer:
      "For a payment you did not mean to make, write to us within 14 days and a person will see to it. Otherwise what is paid for stays open to its end.",
  },
  {
    ask: "Who takes the payment?",
    answer: "A payment provider, on its own page. We never see your card number. Your invoices are there, and on your membership page.",
  },
  {
    ask: "Why are some titles by headline only?",
    answer:
      "Because they have not licensed their text to us. We print nothing that we may not print; you still find their stories here, and the way to them.",
  },
];

/** What people ask before they pay, answered in the open: nothing to unfold. */
export function Questions() {
  return (
    <section className="questions" aria-labelledby="questions">
      <h2 className="label" id="questions">
        Before you ask
      </h2>
      <dl>
        {questions.map(({ ask, answer }) => (
          <div key={ask}>
            <dt>{ask}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      <p className="aside">
        Anything else: <a href={`mailto:${product.contactEmail}`}>write to the desk</a>. To give a membership to somebody, turn to{" "}
        <a href="/gift-membership">membership as a present</a>.
      </p>
    </section>
  );
}
