import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { GateFull, makeGate } from "./make-gate";

// OWASP Password Storage Cheat Sheet, argon2id minimum: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** As many hashes at once as there are cores, and a queue that is emptied in about half a second on two of them. */
const gate = makeGate(availableParallelism(), 50);

/**
 * Hashes a password with argon2id at OWASP's minimum cost; the result names its own parameters.
 *
 * @throws GateFull when too many wait already
 */
export function hashPassword(password: string): Promise<string> {
  return gate.run(() => hash(password.normalize("NFC"), cost));
}

/**
 * Whether a password matches a stored hash. A malformed hash never matches.
 *
 * @throws GateFull when too many wait already
 */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  try {
    return await gate.run(() => verify(stored, password.normalize("NFC")));
  } catch (cause) {
    if (cause instanceof GateFull) throw cause;
    return false;
  }
}

let decoy: Promise<string> | undefined;

/**
 * Whether a password is an account's. Where there is no account, or none with a password, something is hashed all the
 * same, so that the time it takes tells nobody who has an account.
 *
 * @param stored null for no password
 * @throws GateFull when too many wait already
 */
export async function isPasswordOf(stored: string | null, password: string): Promise<boolean> {
  if (stored !== null) return verifyPassword(stored, password);
  decoy ??= hash("nobody's password", cost);
  await verifyPassword(await decoy, password);
  return false;
}
