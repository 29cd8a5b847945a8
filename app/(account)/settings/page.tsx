import { redirect } from "next/navigation";
import { memberReader } from "@/app/(reader)/_parts/reader";
import { SettingsPage } from "@/components/account/settings-page";
import { findSettings } from "@/lib/accounts/settings-queries";
import { passwordCharactersMin } from "@/lib/accounts/types";
import { type EntryProps, readEntryParams } from "../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Settings", robots: { index: false } };

export default async function Settings({ searchParams }: EntryProps) {
  const [{ done, error }, view, { badge, now }] = await Promise.all([readEntryParams(searchParams), findSettings(), memberReader()]);
  if (!view) redirect("/sign-in?returnTo=/settings");
  return <SettingsPage viewer={badge} now={now} view={view} passwordLengthMin={passwordCharactersMin} done={done} error={error} />;
}
