import { type BetterAuthOptions, betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { daySec } from "@/lib/core/clock";
import { randomSecret } from "@/lib/core/random-secret";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { webLog } from "@/lib/platform/log";
import { enqueue } from "@/lib/platform/queue";
import { hashSessionTokens } from "./hash-session-tokens";
import { GateFull } from "./make-gate";
import { hashPassword, verifyPassword } from "./password-gateway";
import { providerConfigs } from "./provider-gateway";
import { sessionCookieName } from "./session-cookie";
import { claimTrial } from "./trial-store";
import { passwordCharactersMax, passwordCharactersMin } from "./types";

type Auth = ReturnType<typeof createAuth>;
let instance: Auth | undefined;

/** The process's better-auth, made at first use because it reads the settings. */
export function auth(): Auth {
  instance ??= createAuth();
  return instance;
}

function createAuth() {
  const publicUrl = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
  const isSecure = publicUrl.startsWith("https:");
  return betterAuth({
    baseURL: publicUrl,
    secret: env().AUTH_SECRET,
    database: (options: BetterAuthOptions) => hashSessionTokens(prismaAdapter(db, { provider: "postgresql" })(options)),
    telemetry: { enabled: false },
    logger: { level: "error" },
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: passwordCharactersMin,
      maxPasswordLength: passwordCharactersMax,
      password: {
        hash: (password) => whileThereIsRoom(() => hashPassword(password)),
        verify: ({ hash, password }) => whileThereIsRoom(() => verifyPassword(hash, password)),
      },
    },
    user: {
      additionalFields: {
        role: { type: "string", input: false, required: false, defaultValue: "reader" },
        trialEndsAt: { type: "date", input: false, required: false },
        paidUntil: { type: "date", input: false, required: false },
      },
    },
    // A provider is linked by itself only where both sides have proven the address; see provider-sign-in.test.ts.
    account: {
      accountLinking: { enabled: true, requireLocalEmailVerified: true, trustedProviders: [], allowDifferentEmails: true },
      updateAccountOnSignIn: false,
    },
    // No cookie cache: a revoked session must end at once. When one ends is judged at each use by `judgeSession`.
    session: {
      expiresIn: 30 * daySec,
      updateAge: daySec,
      cookieCache: { enabled: false },
      additionalFields: { method: { type: "string", input: false, required: false } },
    },
    // Ours count by account and network, in `limits-store`.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: isSecure ? "__Host-broadsheet" : "broadsheet",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure: isSecure, path: "/" },
      cookies: { session_token: { name: sessionCookieName(isSecure) } },
    },
    plugins: [genericOAuth({ config: providerConfigs() })],
    onAPIError: { errorURL: "/sign-in" },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({ data: { ...user, trialEndsAt: await claimTrial(user.email, new Date()) } }),
          after: async ({ id }) => greet(id),
        },
      },
      account: {
        // Who someone is at the provider is all we ask; what else its tokens would open is not ours to keep.
        create: { before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }) },
      },
      session: {
        create: {
          before: async (session, context) => ({ data: { ...session, token: randomSecret(), method: context?.params?.id ?? "password" } }),
        },
      },
    },
  });
}

/** A full queue is the house's fault, not a wrong password: 503. */
async function whileThereIsRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof GateFull) throw new APIError("SERVICE_UNAVAILABLE");
    throw cause;
  }
}

/** The account stands whether or not its welcome can be queued. */
async function greet(userId: string): Promise<void> {
  try {
    await enqueue({ name: "mail.welcome", data: { userId }, key: userId });
  } catch (cause) {
    webLog().error({ err: cause, userId }, "a welcome could not be queued");
  }
}
