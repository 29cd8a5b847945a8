import { redirect } from "next/navigation";
import { memberReader } from "@/app/(reader)/_parts/reader";
import { DataParts } from "@/components/account/data-parts";
import { KeyPage } from "@/components/account/key-page";

export const dynamic = "force-dynamic";

export const metadata = { title: "Your data", robots: { index: false } };

export default async function DataPage() {
  const { viewer, badge, now } = await memberReader();
  if (viewer.kind === "visitor") redirect("/sign-in?returnTo=/settings/data");
  return (
    <KeyPage viewer={badge} now={now} path="/settings/data" title="Your data" words="What we hold about you is yours." error={null}>
      <DataParts />
    </KeyPage>
  );
}
