import "server-only";
import { requireProvider } from "@/lib/accounts/guards";
import { webLog } from "@/lib/platform/log";
import { takeEvent } from "./intake-store";
import { billingProvider, isLiveKey } from "./provider-gateway";

// A provider has no session: what guards this command is the signature over the raw body.

/** `unknown`: no such provider takes our payments. `away`: worth sending again. */
export type HookReply = "taken" | "duplicate" | "refused" | "unknown" | "away";

/**
 * Takes an event of the payment provider. It is only a hint: it is kept under its own id, and what it is about is read
 * anew by a job. Forged, stale and foreign events, and those of the other mode, change nothing.
 *
 * @param rawBody the body as it came, byte for byte
 * @param signature the provider's signature header, or null
 */
export async function acceptEvent(providerName: string, rawBody: string, signature: string | null): Promise<HookReply> {
  const provider = billingProvider();
  if (provider.name !== providerName) return "unknown";
  const read = provider.readEvent(rawBody, signature, new Date());
  const proof = requireProvider(read);
  if (!proof || proof.event.isLive !== isLiveKey()) {
    webLog().warn(
      { provider: providerName, reason: read.ok ? "other mode" : read.error.kind },
      "an event of the payment provider was refused",
    );
    return "refused";
  }
  try {
    return (await takeEvent(provider.name, proof)) ? "taken" : "duplicate";
  } catch (cause) {
    webLog().error({ err: cause, provider: providerName }, "an event of the payment provider could not be kept");
    return "away";
  }
}
