import { seeOther } from "@/app/_parts/see-other";
import { publicUrl } from "@/lib/syndication/queries";
import { leaveFor } from "./leave-for";

/**
 * Answers a posted form with the provider's page. One of our own is named by its path, so that the reader stays on the
 * host that knows the session.
 *
 * @param address absolute
 */
export async function goTo(address: string): Promise<Response> {
  const url = new URL(address);
  return url.origin === new URL(publicUrl("/")).origin ? seeOther(url.pathname + url.search) : leaveFor(url);
}
