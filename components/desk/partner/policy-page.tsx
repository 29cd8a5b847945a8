import { DeskFrame } from "@/components/desk/desk-frame";
import { product } from "@/lib/core/product";
import { leadInBounds } from "@/lib/partners/lead-in-bounds";
import type { OwnPolicy } from "@/lib/partners/types";

const licenceWords: Record<OwnPolicy["licence"], string> = {
  partner: "Partner: we may show the whole text to whoever your wall admits, and you are paid by what is read.",
  feed: "Feed: we show what your feed carries.",
  headline: "Headline: we show headline and summary, and send readers to you.",
};

const wallWords: Record<OwnPolicy["wall"], string> = {
  open: "Open: everyone reads the whole text.",
  registered: "Registered: everyone with an account reads the whole text.",
  metered: "Metered: members read it, free accounts as far as their month's meter goes.",
  lead_in: "Opening: members read it, everyone else the opening.",
  paid: "Paid: members read it, everyone else sees no more than the standfirst.",
};

const indexingWords: Record<OwnPolicy["indexing"], { name: string; words: string }> = {
  self: { name: "Ours", words: "search engines may list our page of the article" },
  noindex_news: { name: "Not in news", words: "they may, but no news search" },
  noindex: { name: "Not at all", words: "they are asked to leave our page out" },
  canonical_to_source: { name: "Yours", words: "our page names yours as the original" },
};

type PolicyPageProps = { staff: { name: string; role: "publisher" }; policy: OwnPolicy };

/** What a contract lets us do with a title; what the title says itself, and what needs the desk. */
export function PolicyPage({ staff, policy }: PolicyPageProps) {
  return (
    <DeskFrame staff={staff} path="/partner/policy" title="Policy" words={`What we may do with the texts of ${policy.name}.`}>
      <h2>By contract</h2>
      <dl className="partner-policy">
        <div>
          <dt>Licence</dt>
          <dd>{licenceWords[policy.licence]}</dd>
        </div>
        <div>
          <dt>Wall</dt>
          <dd>{wallWords[policy.wall]}</dd>
        </div>
        <div>
          <dt>Text from your pages</dt>
          <dd>
            {policy.fullText
              ? "Where a feed carries no text we may take it from the article’s page."
              : "We take nothing but what your feeds carry."}
          </dd>
        </div>
      </dl>
      <p className="desk-meta">
        These three change what members paid for, so the desk changes them with you: write to{" "}
        <a href={`mailto:${product.contactEmail}`}>{product.contactEmail}</a>.
      </p>
      <h2>By you</h2>
      <form method="post" action="/partner/policy/keep" data-desk="" className="partner-wishes">
        <input type="hidden" name="returnTo" value="/partner/policy" />
        <fieldset>
          <legend>Search engines</legend>
          {Object.entries(indexingWords).map(([value, { name, words }]) => (
            <label key={value} className="partner-choice">
              <input type="radio" name="indexing" value={value} defaultChecked={value === policy.indexing} />
              <span>
                <strong>{name}</strong>: {words}
              </span>
            </label>
          ))}
        </fieldset>
        <div className="desk-field">
          <label htmlFor="leadInWords">Words of the opening that everyone may read</label>
          <input
            id="leadInWords"
            name="leadInWords"
            type="number"
            inputMode="numeric"
            min={leadInBounds.min}
            max={leadInBounds.max}
            defaultValue={policy.leadInWords ?? ""}
          />
          <small>
            {leadInBounds.min} to {leadInBounds.max}; empty for the house’s own measure, {leadInBounds.max}. It ends at the end of a
            sentence.
          </small>
        </div>
        <button type="submit" className="desk-button is-main">
          Keep
        </button>
        <p className="desk-meta">In force at once, for every article there is. Who changed what is kept in the log of the desk.</p>
      </form>
    </DeskFrame>
  );
}
