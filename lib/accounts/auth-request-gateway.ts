import { env } from "@/lib/platform/env";
import { auth } from "./auth-gateway";
import { type Client, clientNetwork } from "./client-network";
import { passCookies } from "./cookie-gateway";

/** Where a request came from, as far as our own web process and proxies vouch for it. */
export function clientOf(headers: Headers): Client {
  return clientNetwork(headers.get("x-forwarded-for"), env().TRUSTED_PROXIES);
}

/** The one public origin of this install. */
export function ownOrigin(): string {
  return env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
}

/** Sends one request of ours through better-auth's own handler and hands its cookies to the browser. */
export async function askAuth(received: Headers, path: string, body: Record<string, unknown>): Promise<Response> {
  const passedOn = passedHeaders(received);
  passedOn.set("content-type", "application/json");
  const answer = await auth().handler(
    new Request(`${ownOrigin()}/api/auth${path}`, { method: "POST", headers: passedOn, body: JSON.stringify(body) }),
  );
  await passCookies(answer);
  return answer;
}

/** Passes a provider's answer on to better-auth and hands its cookies to the browser. */
export async function passToAuth(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const passedOn = passedHeaders(request.headers);
  const type = request.headers.get("content-type");
  if (type) passedOn.set("content-type", type);
  const body = request.method === "POST" ? await request.text() : undefined;
  const answer = await auth().handler(
    new Request(`${ownOrigin()}${pathname}${search}`, { method: request.method, headers: passedOn, body }),
  );
  await passCookies(answer);
  return answer;
}

function passedHeaders(received: Headers): Headers {
  const passedOn = new Headers({ origin: ownOrigin(), "x-forwarded-for": clientOf(received).address });
  for (const name of ["cookie", "user-agent"]) {
    const value = received.get(name);
    if (value) passedOn.set(name, value);
  }
  return passedOn;
}
