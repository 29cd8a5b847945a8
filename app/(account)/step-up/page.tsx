import { redirect } from "next/navigation";
import { AccountFrame } from "@/components/account/account-frame";
import { StepUpForms } from "@/components/account/step-up-forms";
import { askForProof } from "@/lib/accounts/passkey-queries";
import { readProof } from "@/lib/accounts/step-up-queries";
import { type ProofProps, readProofParams } from "../_parts/proof-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Is it you?", robots: { index: false } };

export default async function StepUpPage({ searchParams }: ProofProps) {
  const [params, proof, passkey] = await Promise.all([readProofParams(searchParams), readProof(), askForProof(new Date())]);
  if (!proof) redirect(`/sign-in?${new URLSearchParams({ returnTo: params.returnTo })}`);
  return (
    <AccountFrame title="Is it you?" words="Before anything that matters we ask once more. It holds for five minutes." marks={[]}>
      <StepUpForms base="/step-up" email={proof.email} ways={proof.ways} passkey={passkey} {...params} />
    </AccountFrame>
  );
}
