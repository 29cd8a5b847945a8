import { PageFrame } from "@/components/frame/page-frame";
import { signInUrl, signUpUrl } from "@/components/masthead/entry-url";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { FormNotice } from "./form-notice";
import { type GiftState, redeemWords } from "./redeem-words";

type RedeemPageProps = {
  viewer: ViewerBadge;
  now: Date;
  /** What was asked for; empty before a code was given. */
  code: string;
  gift: GiftState;
  error: string | null;
};

/** The receiver's side of a present: what it is, the giver's words, and one button that opens it. */
export function RedeemPage({ viewer, now, code, gift, error }: RedeemPageProps) {
  const words = redeemWords(gift);
  const path = code === "" ? "/gift-membership/redeem" : `/gift-membership/redeem?code=${encodeURIComponent(code)}`;
  const isReady = gift.kind === "ready";
  return (
    <PageFrame viewer={viewer} now={now} path={path}>
      <div className="joined">
        <header className="page-head">
          <h1>{words.title}</h1>
          <p className="page-tagline">{words.words}</p>
        </header>
        <FormNotice done={null} error={error} />
        {isReady && gift.message !== "" && <blockquote className="gift-message">{gift.message}</blockquote>}
        {isReady && viewer.kind === "account" && <OpenButton code={code} />}
        {isReady && viewer.kind === "visitor" && <VisitorWays path={path} />}
        {!isReady && <CodeForm code={code} />}
      </div>
    </PageFrame>
  );
}

function OpenButton({ code }: { code: string }) {
  return (
    <form method="post" action="/gift-membership/redeem/submit">
      <input type="hidden" name="code" value={code} />
      <button type="submit" className="button">
        Open the present
      </button>
    </form>
  );
}

function VisitorWays({ path }: { path: string }) {
  return (
    <>
      <p className="gift-words">It opens in an account, so that it is yours on every device. Making one asks for no card.</p>
      <p className="offer-start">
        <a className="button" href={signUpUrl(path)}>
          Make an account
        </a>
        <a className="quiet" href={signInUrl(path)}>
          Already a member? Sign in here
        </a>
      </p>
    </>
  );
}

function CodeForm({ code }: { code: string }) {
  return (
    <form className="form" method="get" action="/gift-membership/redeem">
      <p className="field">
        <label htmlFor="code">The code of your present</label>
        <input
          id="code"
          name="code"
          defaultValue={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={64}
          required
        />
      </p>
      <button type="submit" className="button">
        Find it
      </button>
    </form>
  );
}
