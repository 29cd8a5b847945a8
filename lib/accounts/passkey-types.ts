import { z } from "zod";

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(8_192);

const transport = z.enum(["ble", "hybrid", "internal", "nfc", "usb"]);

const common = { id: base64url.max(1_024), rawId: base64url.max(1_024), type: z.literal("public-key") };

/** What a browser answers when a passkey was made. Source: WebAuthn Level 3, RegistrationResponseJSON */
export const MadePasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().max(20))
      .max(10)
      .default([])
      // Ways a browser may add later are of no use to us yet.
      .transform((names) => names.flatMap((name) => transport.safeParse(name).data ?? [])),
  }),
  clientExtensionResults: z.object({}).default({}),
});
export type MadePasskey = z.infer<typeof MadePasskey>;

/** What a browser answers when a passkey was used. Source: WebAuthn Level 3, AuthenticationResponseJSON */
export const UsedPasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z.string().max(256).optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
});
export type UsedPasskey = z.infer<typeof UsedPasskey>;

/** A form field that holds JSON, as the browser's script filled it in. */
const jsonField = z
  .string()
  .min(1, "Your browser gave no passkey.")
  .max(16_384)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "Your browser gave no passkey." });
      return z.NEVER;
    }
  });

const token = z.string().max(400);
const returnTo = z.string().max(2_048).optional();

export const PasskeyForm = z.strictObject({ credential: jsonField.pipe(MadePasskey), token });
export const PasskeyProofForm = z.strictObject({ credential: jsonField.pipe(UsedPasskey), token, returnTo });
export const RenameForm = z.strictObject({ id: base64url.max(1_024), name: z.string().trim().min(1, "Enter a name.").max(60) });
export const RemoveForm = z.strictObject({ id: base64url.max(1_024) });

/** A passkey as it is stored, as far as a signature is checked against it. */
export type StoredPasskey = { id: string; userId: string; publicKey: Uint8Array<ArrayBuffer>; counter: number; transports: string[] };

/** A passkey as its owner sees it. Instants are UTC. */
export type PasskeyLine = { id: string; name: string; isBackedUp: boolean; createdAt: Date; lastUsedAt: Date | null };

/** What the browser's script needs to ask for a passkey: the browser's own options as JSON, and our proof that we asked. */
export type PasskeyRequest = { options: string; token: string };

/** Why a command on passkeys did nothing. */
export type PasskeyError =
  | { kind: "sign-in" }
  | { kind: "step-up" }
  | { kind: "invalid"; fields: Record<string, string> }
  /** The passkey is not known here, or its signature does not hold. */
  | { kind: "passkey-refused" }
  /** Our question is older than five minutes, or was answered before. */
  | { kind: "passkey-late" }
  | { kind: "passkeys-full" }
  | { kind: "too-many-attempts" }
  | { kind: "unavailable" };
