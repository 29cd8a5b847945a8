import { createHash } from "node:crypto";
import { type RawAnswer, type RawRequest, sendFollowing } from "../../support/raw-request";
import { findTokens } from "./find-tokens";
import type { Variant } from "./variants";

export type Target = { path: string; variants: readonly Variant[] };
/** A word met where it must not be. */
export type Finding = { token: string; variant: string; path: string };
export type SweepResult = { requests: number; findings: Finding[]; failures: string[] };

const atOnce = 8;

/**
 * Asks for every target in each of its variants with one viewer's cookie, and reports every answer that holds one
 * of the tokens. An answer of 500 or more, or none at all, is a failure of its own: it was not looked at.
 */
export async function sweep(
  origin: string,
  cookie: string | null,
  targets: readonly Target[],
  tokens: readonly string[],
): Promise<SweepResult> {
  const asks = targets.flatMap(({ path, variants }) => variants.map((variant) => ({ path, variant })));
  const result: SweepResult = { requests: 0, findings: [], failures: [] };
  const search = rememberingSearch(tokens);
  let next = 0;
  const walk = async () => {
    for (let ask = asks[next++]; ask; ask = asks[next++]) {
      const { path, variant } = ask;
      const answer = await sendFollowing(origin, withCookie(variant.ask(path), cookie)).catch((fault: Error) => fault);
      const failure = failureOf(answer, path);
      if (failure) result.failures.push(`${variant.name} ${path}: ${failure}`);
      const found = answer instanceof Error ? [] : search(answer);
      result.findings.push(...found.map((token) => ({ token, variant: variant.name, path })));
      result.requests += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, walk));
  return result;
}

// By design the page of Next that tells of an error answers 500, and a picture that is still being fetched 503.
function failureOf(answer: RawAnswer | Error, path: string): string | null {
  if (answer instanceof Error) return answer.message;
  if (answer.status < 500 || path === "/_global-error") return null;
  return answer.status === 503 && path.startsWith("/media/") ? null : String(answer.status);
}

function withCookie(request: RawRequest, cookie: string | null): RawRequest {
  if (!cookie) return request;
  const forged = request.headers?.cookie;
  return { ...request, headers: { ...request.headers, cookie: forged ? `${cookie}; ${forged}` : cookie } };
}

// Kept pages answer with the same bytes over and over: each is searched once.
function rememberingSearch(tokens: readonly string[]): (answer: RawAnswer) => string[] {
  const known = new Map<string, string[]>();
  return (answer) => {
    const { date: _date, "x-request-id": _id, ...headers } = answer.headers;
    const key = createHash("sha256").update(answer.body).update(JSON.stringify(headers)).digest("base64");
    const before = known.get(key);
    if (before) return before;
    const found = findTokens(answer, tokens);
    known.set(key, found);
    return found;
  };
}
