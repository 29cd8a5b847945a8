import { redirect } from "next/navigation";
import { AccountFrame } from "@/components/account/account-frame";
import { Welcome } from "@/components/account/welcome";
import { getViewer } from "@/lib/accounts/guards";
import { trialDaysLeft } from "@/lib/accounts/trial";
import { listMarks } from "@/lib/feeds/queries";
import { hasCarriedChoices, hasChosen } from "@/lib/reading/onboarding-queries";

export const dynamic = "force-dynamic";

export const metadata = { title: "Welcome", robots: { index: false } };

export default async function WelcomePage() {
  const [viewer, marks] = await Promise.all([getViewer(), listMarks()]);
  if (viewer.kind === "visitor") redirect("/sign-in?returnTo=/welcome");
  // A page cannot take the cookie away: the way there and back can.
  if (await hasCarriedChoices()) redirect("/start/adopt?returnTo=/welcome");
  return (
    <AccountFrame title={`Good to have you, ${viewer.name}`} words="Every title is open to you from now on." marks={marks}>
      <Welcome
        trialEndsAt={viewer.trialEndsAt}
        daysLeft={trialDaysLeft(viewer.trialEndsAt, new Date())}
        hasChosen={await hasChosen(viewer)}
      />
    </AccountFrame>
  );
}
