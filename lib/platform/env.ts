import { z } from "zod";
import { product } from "@/lib/core/product";

const flag = z.enum(["on", "off"]);

/** Every setting the program reads from its environment; `docs/configuration.md` explains each. */
const Env = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The same database as a user of the web's own, who may read no licensed text by itself. */
  DATABASE_WEB_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL_MAX: z.coerce.number().int().min(2).max(100).default(10),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The one public origin: canonical addresses, cookies and mail links are built on it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  /** Room on disk for pictures, in MiB; those unused longest make room. */
  MEDIA_MAX_MB: z.coerce.number().int().min(10).max(100_000_000).default(5_000),
  /** An S3-compatible store in place of the disk; needs bucket, key and secret. */
  MEDIA_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  MEDIA_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  MEDIA_S3_REGION: z.string().min(1).default("us-east-1"),
  MEDIA_S3_KEY: z.string().min(1).optional(),
  MEDIA_S3_SECRET: z.string().min(1).optional(),
  SAMPLE_PARTNERS: flag.default("on"),
  AUTH_SECRET: z.string().min(32).optional(),
  INTERNAL_TOKEN: z.string().min(32).optional(),
  /** A mail server; without one mails are written into `DATA_DIR/outbox`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().default(product.contactEmail),
  /** Proxies of ours between the internet and the web process: how many last hops of X-Forwarded-For are true. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** `demo` installs show their own mails and may move an account's clock; the start command sets it. */
  DEMO: flag.default("off"),
  /** Sign-in with others: each needs its id and secret. */
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  APPLE_CLIENT_ID: z.string().min(1).optional(),
  APPLE_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(40).default("Single sign-on"),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Stripe; without a key the sandbox takes the payments. */
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_/)
    .optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  /** The secret before the present one, while it is being changed. */
  STRIPE_WEBHOOK_SECRET_OLD: z.string().min(1).optional(),
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).default("https://api.stripe.com"),
  /** Prices in minor units: `monthly:USD:999:price_123,yearly:USD:9900:price_456`; the last part is Stripe's price id. */
  PRICES: z.string().min(1).optional(),
  /** Names of the settings that whoever started us had set: the start hands on more, and says by this which were not its own. */
  SETTINGS_GIVEN: z.string().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  CORPUS_DIR: z.string().optional(),
  /** The part of the browser tests that a run does. */
  BROWSER_PART: z.enum(["staff", "readers", "axe"]).optional(),
  /** Where sample partners' painted pictures are kept, if not in `DATA_DIR`: products that share it paint each once. */
  NEWSROOM_PICTURES: z.string().min(1).optional(),
  CI: z.string().optional(),
  CHROMIUM_PATH: z.string().optional(),
});

export type Env = z.infer<typeof Env>;

/**
 * Reads the environment once, when first asked.
 *
 * @throws Error naming each bad setting and what it should be
 */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

let cached: Env | undefined;

function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Env.safeParse(present);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Bad settings. ${faults.join("; ")}. See docs/configuration.md.`);
}

/** Where a setting comes from: whoever started us, our own start command, or its default. */
export type SettingSource = "given" | "start" | "default";

/** Every setting as it counts in this process; null for one that has no value. */
export function listSettings(): { name: string; value: string | null; source: SettingSource }[] {
  const values: Record<string, unknown> = env();
  const given = env().SETTINGS_GIVEN?.split(",");
  return Object.keys(Env.shape).map((name) => {
    const isSet = isPresent(process.env[name]);
    const source = !isSet ? "default" : (given?.includes(name) ?? true) ? "given" : "start";
    return { name, value: values[name] === undefined ? null : String(values[name]), source };
  });
}

/** The names of the settings that our own environment holds, for `SETTINGS_GIVEN` of the processes that we start. */
export function givenSettings(): string {
  return Object.keys(Env.shape)
    .filter((name) => isPresent(process.env[name]))
    .join(",");
}

const isPresent = (value: string | undefined): boolean => value !== undefined && value !== "";

/** The environment for a process of ours: our own with these settings over it. */
export function childEnv(settings: Record<string, string | undefined>): Record<string, string | undefined> & { NODE_ENV: Env["NODE_ENV"] } {
  return { ...process.env, NODE_ENV: env().NODE_ENV, ...settings };
}
