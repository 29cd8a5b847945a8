import { redirect } from "next/navigation";
import { memberReader } from "@/app/(reader)/_parts/reader";
import { DataEraseForm } from "@/components/account/data-erase-form";
import { KeyPage } from "@/components/account/key-page";
import { requireStepUp } from "@/lib/accounts/guards";
import { type ProofProps, readProofParams } from "../../../_parts/proof-params";
import { refusalPath } from "../../../_parts/take-command";

export const dynamic = "force-dynamic";

export const metadata = { title: "Close the account", robots: { index: false } };

const path = "/settings/data/erase";

export default async function ErasePage({ searchParams }: ProofProps) {
  const [{ error }, { badge, now }, account] = await Promise.all([readProofParams(searchParams), memberReader(), requireStepUp()]);
  if (!account.ok) redirect(refusalPath(account.error.kind, path, null));
  return (
    <KeyPage viewer={badge} now={now} path={path} title="Close the account" words="This cannot be undone." error={error}>
      <DataEraseForm email={account.value.email} />
    </KeyPage>
  );
}
