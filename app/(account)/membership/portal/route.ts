import { openPortal } from "@/lib/billing/commands";
import { goTo } from "../_parts/go-to";
import { takeCommand } from "../_parts/take-command";

/** Leads to the provider's own page for cards and invoices. */
export function POST(): Promise<Response> {
  return takeCommand({}, { page: "/membership", command: () => openPortal(), landing: ({ url }) => goTo(url) });
}
