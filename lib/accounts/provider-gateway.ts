import type { GenericOAuthConfig } from "better-auth/plugins/generic-oauth";
import { type Env, env } from "@/lib/platform/env";
import type { SignInProvider } from "./types";

/**
 * Everyone who may vouch for a reader, as the settings name them: all speak OpenID Connect, so all go one way. State and
 * PKCE guard the way there and back, the nonce ties the answer to the browser that asked.
 *
 * Source: OpenID Connect Core 1.0; RFC 9700
 */
export function providerConfigs(): GenericOAuthConfig[] {
  const settings = env();
  return [google(settings), apple(settings), ownProvider(settings)].filter((config) => config !== null);
}

/** The buttons that sign-in shows: only what this install has credentials for. */
export function listConfiguredProviders(): SignInProvider[] {
  return providerConfigs().map(({ providerId, name }) => ({ id: providerId, name: name ?? providerId }));
}

/** What all of them share; the operator's own settings say whom we ask, so it is no way out for anyone else. */
function configOf(provider: SignInProvider & { issuer: string; clientId: string; clientSecret: string }): GenericOAuthConfig {
  const { id, name, issuer, clientId, clientSecret } = provider;
  return {
    providerId: id,
    name,
    discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ["openid", "email", "profile"],
    pkce: true,
    requireIdTokenVerification: true,
  };
}

function google({ GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret }: Env): GenericOAuthConfig | null {
  if (!clientId || !clientSecret) return null;
  return configOf({ id: "google", name: "Google", issuer: "https://accounts.google.com", clientId, clientSecret });
}

function apple({ APPLE_CLIENT_ID: clientId, APPLE_CLIENT_SECRET: clientSecret }: Env): GenericOAuthConfig | null {
  if (!clientId || !clientSecret) return null;
  const config = configOf({ id: "apple", name: "Apple", issuer: "https://appleid.apple.com", clientId, clientSecret });
  // Apple posts its answer when it is asked for more than who somebody is.
  return { ...config, scopes: ["openid", "email", "name"], responseMode: "form_post" };
}

function ownProvider({
  OIDC_NAME: name,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
}: Env): GenericOAuthConfig | null {
  return issuer && clientId && clientSecret ? configOf({ id: "oidc", name, issuer, clientId, clientSecret }) : null;
}
