import { notFound, redirect } from "next/navigation";
import { ClockPage } from "@/components/sandbox/clock-page";
import { readOwnClock } from "@/lib/billing/sandbox-queries";

export const dynamic = "force-dynamic";

export const metadata = { title: "Your account’s clock (sandbox)", robots: { index: false } };

export default async function SandboxClock() {
  const view = await readOwnClock();
  if (view === "off") notFound();
  if (view === "sign-in") redirect("/sign-in?returnTo=/sandbox/clock");
  return <ClockPage view={view} />;
}
