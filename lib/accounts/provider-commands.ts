import "server-only";
import { z } from "zod";
import { err, ok, type Result } from "@/lib/core/result";
import { askAuth, ownOrigin, passToAuth } from "./auth-request-gateway";
import { findAccountById } from "./credential-store";
import { goOn } from "./entry-gateway";
import { requireAccount, requireSameSite, requireStepUp } from "./guards";
import { queueNotice } from "./letter-store";
import { returnPath } from "./return-path";
import { findPendingSession, findSession } from "./session-store";
import { type AccountError, ProviderForm } from "./types";

const Redirection = z.object({ url: z.url({ protocol: /^https?$/ }) });
const linkedPath = "/settings?done=way-added";

/** Begins a sign-in with a provider. @returns the provider's own page */
export async function startProvider(input: unknown): Promise<Result<string, AccountError>> {
  const proof = await requireSameSite();
  const form = ProviderForm.safeParse(input);
  if (!proof || !form.success) return err({ kind: "unavailable" });
  const { provider, returnTo } = form.data;
  const body = { provider, callbackURL: returnPath(returnTo), errorCallbackURL: "/sign-in", disableRedirect: true };
  return readRedirection(await askAuth(proof.headers, "/sign-in/social", body));
}

/** Begins to add a provider to the account that is signed in. @returns the provider's own page */
export async function startLinking(input: unknown): Promise<Result<string, AccountError>> {
  const proof = await requireSameSite();
  const form = ProviderForm.safeParse(input);
  if (!proof || !form.success) return err({ kind: "unavailable" });
  const stepped = await requireStepUp();
  if (!stepped.ok) return stepped;
  const body = { provider: form.data.provider, callbackURL: linkedPath, errorCallbackURL: "/settings", disableRedirect: true };
  return readRedirection(await askAuth(proof.headers, "/link-social", body));
}

/**
 * Takes a provider's answer, which better-auth holds against the state, verifier and nonce of the browser that asked.
 *
 * @returns the path of ours to go on to
 */
export async function finishProvider(request: Request): Promise<string> {
  const answer = await passToAuth(request);
  const location = ownPath(answer.headers.get("location"));
  const account = await whoEntered(answer);
  if (account) return goOn(account, location);
  if (location === linkedPath) await tellLinked();
  return location;
}

/** The account that better-auth has just opened a session for; null when it opened none. */
async function whoEntered(answer: Response) {
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const headers = new Headers({ cookie });
  const session = (await findSession(headers)) ?? (await findPendingSession(headers));
  return session && findAccountById(session.userId);
}

async function tellLinked(): Promise<void> {
  const viewer = await requireAccount();
  if (viewer) await queueNotice("way-added", viewer.name, viewer.email);
}

/** A path of ours, whatever better-auth answered with; anywhere else is the sign-in page. */
function ownPath(location: string | null): string {
  const origin = ownOrigin();
  if (!location || !URL.canParse(location, origin)) return "/sign-in?error=unavailable";
  const url = new URL(location, origin);
  return url.origin === origin ? url.pathname + url.search : "/sign-in?error=unavailable";
}

async function readRedirection(answer: Response): Promise<Result<string, AccountError>> {
  const redirection = Redirection.safeParse(await answer.json().catch(() => null));
  return answer.ok && redirection.success ? ok(redirection.data.url) : err({ kind: "unavailable" });
}
