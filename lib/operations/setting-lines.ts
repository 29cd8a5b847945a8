import type { SettingLine } from "./settings-types";

/** Settings whose value may be read by whoever runs the paper. Any other, new ones too, counts as a secret. */
const open: ReadonlySet<string> = new Set([
  "CI",
  "CHROMIUM_PATH",
  "CORPUS_DIR",
  "DATABASE_POOL_MAX",
  "DATA_DIR",
  "DEMO",
  "LOG_LEVEL",
  "MAIL_FROM",
  "MEDIA_MAX_MB",
  "MEDIA_S3_BUCKET",
  "MEDIA_S3_ENDPOINT",
  "MEDIA_S3_REGION",
  "NODE_ENV",
  "OIDC_ISSUER",
  "OIDC_NAME",
  "PORT",
  "PRICES",
  "PUBLIC_URL",
  "SAMPLE_PARTNERS",
  "STRIPE_API_URL",
  "TRUSTED_PROXIES",
]);
/** How one of our processes tells another; no setting of anybody's. */
const inner: ReadonlySet<string> = new Set(["SETTINGS_GIVEN"]);

/** The settings as the office may see them, by name: of secrets only whether they are set. */
export function settingLines(settings: readonly { name: string; value: string | null; source: SettingLine["source"] }[]): SettingLine[] {
  return settings
    .filter(({ name }) => !inner.has(name))
    .map(({ name, value, source }) => {
      const isSecret = !open.has(name);
      return { name, isSecret, source, value: isSecret && value !== null ? "set" : withoutSecrets(value) };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** An address may carry a name and a password, wherever it stands. */
const withoutSecrets = (value: string | null): string | null => value?.replace(/:\/\/[^/@\s]+@/g, "://…@") ?? null;
