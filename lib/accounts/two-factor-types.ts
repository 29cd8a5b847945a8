/** Where an account stands with its authenticator app, as its page shows it. Instants are UTC. */
export type TwoFactorView =
  | { kind: "off" }
  /** `secret` in groups of four, for whoever cannot scan the square that `uri` makes. */
  | { kind: "setting-up"; uri: string; secret: string }
  /** `freshCodes`: new backup codes that were not yet written down. */
  | { kind: "on"; since: Date; backupCodesLeft: number; freshCodes: string[] | null };

/** Why a command on the app did nothing. */
export type TwoFactorError =
  | { kind: "sign-in" }
  | { kind: "step-up" }
  | { kind: "wrong-code" }
  | { kind: "too-many-attempts" }
  | { kind: "unavailable" };
