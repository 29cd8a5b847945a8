import { product } from "@/lib/core/product";

/** What can be done with everything we hold about an account: take it along, take the titles along, or erase it. */
export function DataParts() {
  return (
    <>
      <section className="data-part">
        <h2>Take it with you</h2>
        <p>
          One file with everything we hold about you: your account, how and from where you sign in, your membership and invoices, and what
          you opened. It is JSON, which any program reads.
        </p>
        <a className="button button-quiet" href="/settings/data/export" download="">
          Download your data
        </a>
      </section>
      <section className="data-part">
        <h2>Take your titles with you</h2>
        <p>The feeds of the titles you read here, as OPML, for any other feed reader.</p>
        <a className="button button-quiet" href="/settings/data/opml" download="">
          Download your titles
        </a>
      </section>
      <section className="data-part">
        <h2>Close the account</h2>
        <p>Everything {product.name} knows about you is erased at once and for good, and a running membership ends with it.</p>
        <a className="button button-quiet" href="/settings/data/erase">
          Close the account
        </a>
      </section>
    </>
  );
}
