import "server-only";
import { type FromWorker, requireWorker } from "@/lib/accounts/guards";
import { forgetRemembered } from "@/lib/platform/remember";

/**
 * Takes the worker's word that what pages show has changed: the next page is made from the store, not from a
 * remembered read.
 *
 * @returns the worker's proof, or null when it is not the worker who asks
 */
export function acceptChange(authorization: string | null): FromWorker | null {
  const proof = requireWorker(authorization);
  if (proof) forgetRemembered();
  return proof;
}
