import { redirect } from "next/navigation";
import { memberReader } from "@/app/(reader)/_parts/reader";
import { KeyPage } from "@/components/account/key-page";
import { TwoFactorPanel } from "@/components/account/two-factor-panel";
import { readTwoFactor } from "@/lib/accounts/two-factor-queries";
import { type ProofProps, readProofParams } from "../../_parts/proof-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Authenticator app", robots: { index: false } };

const path = "/settings/two-factor";

export default async function TwoFactorPage({ searchParams }: ProofProps) {
  const [{ error }, view, { badge, now }] = await Promise.all([readProofParams(searchParams), readTwoFactor(new Date()), memberReader()]);
  if (!view) redirect(`/sign-in?returnTo=${path}`);
  return (
    <KeyPage viewer={badge} now={now} path={path} title="Authenticator app" words="A second key that only your phone has." error={error}>
      <TwoFactorPanel view={view} />
    </KeyPage>
  );
}
