import "server-only";
import { parseSetCookieHeader } from "better-auth/cookies";
import { cookies } from "next/headers";
import { err, ok, type Result } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import { auth } from "./auth-gateway";
import { requireSameSite, type SameSite } from "./guards";
import { returnPath } from "./return-path";
import { type AccountError, SignInForm, SignUpForm } from "./types";

/**
 * Makes an account, starts its trial and signs it in.
 *
 * @returns the safe path to go back to, or what the form should say
 */
export async function signUp(input: unknown): Promise<Result<string, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = SignUpForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: fieldWords(form.error.issues) });
  const { name, email, password } = form.data;
  const answer = await askAuth(proof, "/sign-up/email", { name, email, password });
  return answer.ok ? ok(returnPath(form.data.returnTo)) : err(signUpError(answer.status));
}

/** Signs an account in. One answer for an unknown address and a wrong password. */
export async function signIn(input: unknown): Promise<Result<string, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = SignInForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: fieldWords(form.error.issues) });
  const { email, password } = form.data;
  const answer = await askAuth(proof, "/sign-in/email", { email, password });
  return answer.ok ? ok(returnPath(form.data.returnTo)) : err(signInError(answer.status));
}

/** Ends the session in the database and drops its cookie. Signing out twice is no fault. */
export async function signOut(): Promise<Result<void, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  await askAuth(proof, "/sign-out", {});
  return ok(undefined);
}

/**
 * Sends one request through better-auth's own handler rather than its server API, because only the handler
 * applies the rate limits, and hands its cookies to the browser.
 */
async function askAuth(proof: SameSite, path: string, body: Record<string, unknown>): Promise<Response> {
  const origin = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
  const passedOn = new Headers({ "content-type": "application/json", origin });
  for (const name of ["cookie", "user-agent", "x-forwarded-for"]) {
    const value = proof.headers.get(name);
    if (value) passedOn.set(name, value);
  }
  const request = new Request(`${origin}/api/auth${path}`, { method: "POST", headers: passedOn, body: JSON.stringify(body) });
  const answer = await auth().handler(request);
  await passCookies(answer);
  return answer;
}

async function passCookies(answer: Response): Promise<void> {
  const jar = await cookies();
  for (const header of answer.headers.getSetCookie()) {
    for (const [name, { value, "max-age": maxAge, samesite: _sameSite, ...rest }] of parseSetCookieHeader(header)) {
      jar.set(name, decodeURIComponent(value), {
        maxAge,
        path: rest.path ?? "/",
        secure: Boolean(rest.secure),
        httpOnly: true,
        sameSite: "lax",
      });
    }
  }
}

function fieldWords(issues: { path: PropertyKey[]; message: string }[]): { name?: string; email?: string; password?: string } {
  const find = (field: string) => issues.find((issue) => issue.path[0] === field)?.message;
  return { name: find("name"), email: find("email"), password: find("password") };
}

function signUpError(status: number): AccountError {
  if (status === 429) return { kind: "too-many-attempts" };
  return status === 422 ? { kind: "email-taken" } : { kind: "unavailable" };
}

function signInError(status: number): AccountError {
  if (status === 429) return { kind: "too-many-attempts" };
  return status === 401 ? { kind: "wrong-credentials" } : { kind: "unavailable" };
}
