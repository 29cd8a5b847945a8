import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { webLog } from "@/lib/platform/log";
import { enqueue } from "@/lib/platform/queue";
import { hashPassword, verifyPassword } from "./password-gateway";
import { sessionCookieName } from "./session-cookie";
import { trialEnd } from "./trial";
import { passwordCharactersMin } from "./types";

const daySec = 24 * 60 * 60;

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
    database: prismaAdapter(db, { provider: "postgresql" }),
    telemetry: { enabled: false },
    logger: { level: "error" },
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: passwordCharactersMin,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    user: {
      additionalFields: {
        role: { type: "string", input: false, required: false, defaultValue: "reader" },
        trialEndsAt: { type: "date", input: false, required: false },
        paidUntil: { type: "date", input: false, required: false },
      },
    },
    // No cookie cache: a revoked session must end at once.
    session: { expiresIn: 30 * daySec, updateAge: daySec, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 100,
      customRules: { "/sign-in/email": { window: 60, max: 10 }, "/sign-up/email": { window: 60, max: 10 } },
    },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: { name: sessionCookieName(isSecure), attributes: { httpOnly: true, sameSite: "lax", secure: isSecure, path: "/" } },
      },
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({ data: { ...user, trialEndsAt: trialEnd(new Date()) } }),
          after: async ({ id }) => greet(id),
        },
      },
    },
  });
}

/** The account stands whether or not its welcome can be queued. */
async function greet(userId: string): Promise<void> {
  try {
    await enqueue({ name: "mail.welcome", data: { userId }, key: userId });
  } catch (cause) {
    webLog().error({ err: cause, userId }, "a welcome could not be queued");
  }
}
