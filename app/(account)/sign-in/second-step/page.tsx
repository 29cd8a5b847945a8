import { redirect } from "next/navigation";
import { AccountFrame } from "@/components/account/account-frame";
import { StepUpForms } from "@/components/account/step-up-forms";
import { TwoFactorInvitation } from "@/components/account/two-factor-invitation";
import { askForProof } from "@/lib/accounts/passkey-queries";
import { readProof } from "@/lib/accounts/step-up-queries";
import { type ProofProps, readProofParams } from "../../_parts/proof-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Second step", robots: { index: false } };

export default async function SecondStepPage({ searchParams }: ProofProps) {
  const [params, proof, passkey] = await Promise.all([readProofParams(searchParams), readProof(), askForProof(new Date())]);
  if (!proof) redirect(`/sign-in?${new URLSearchParams({ returnTo: params.returnTo })}`);
  if (proof.hasSecondFactor || !(proof.isHalf || proof.isStaff)) redirect(params.returnTo);
  if (!proof.isHalf) {
    return (
      <AccountFrame title="One more key" words="Whoever edits this paper signs in with two keys. Choose the second one now." marks={[]}>
        <TwoFactorInvitation returnTo={params.returnTo} />
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title="Second step" words="The first key fits. Now the second one." marks={[]}>
      <StepUpForms base="/sign-in/second-step" email={proof.email} ways={proof.ways} passkey={passkey} {...params} />
    </AccountFrame>
  );
}
