import { redirect } from "next/navigation";
import { memberReader } from "@/app/(reader)/_parts/reader";
import { KeyPage } from "@/components/account/key-page";
import { PasskeyForm } from "@/components/account/passkey-form";
import { PasskeyList } from "@/components/account/passkey-list";
import { readPasskeys } from "@/lib/accounts/passkey-queries";
import { type ProofProps, readProofParams } from "../../_parts/proof-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Passkeys", robots: { index: false } };

const path = "/settings/passkeys";

export default async function PasskeysPage({ searchParams }: ProofProps) {
  const [{ error }, found, { badge, now }] = await Promise.all([readProofParams(searchParams), readPasskeys(new Date()), memberReader()]);
  if (!found) redirect(`/sign-in?returnTo=${path}`);
  const { passkeys, request } = found;
  const words = "Sign in with your finger, your face or the code of your device. Nothing to remember, nothing to steal.";
  return (
    <KeyPage viewer={badge} now={now} path={path} title="Passkeys" words={words} error={error}>
      {passkeys.length > 0 ? <PasskeyList passkeys={passkeys} /> : <p>Your account has no passkey yet.</p>}
      {request ? (
        <PasskeyForm kind="create" action={`${path}/add`} request={request} label="Add a passkey" />
      ) : (
        <p>
          <a className="button only-script" href={`/step-up?returnTo=${path}`}>
            Add a passkey
          </a>
        </p>
      )}
      <noscript>
        <p>To add a passkey, switch JavaScript on for this page.</p>
      </noscript>
    </KeyPage>
  );
}
