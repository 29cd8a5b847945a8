import { sendRaw } from "../../support/raw-request";
import type { StackFacts } from "../../support/stack-file";
import type { Report } from "../types";
import type { Canary } from "./canary";
import { findTokens } from "./find-tokens";
import type { Viewers } from "./viewers";

type Scene = { stack: StackFacts; canaries: readonly Canary[]; viewers: Viewers };

/** A gift opens its own article to a visitor, whole, and no word of another; a free account's meter likewise. */
export async function reportGifts({ stack, canaries, viewers }: Scene, report: Report): Promise<void> {
  const gated = canaries.filter(({ access }) => access !== "open" && access !== "registered");
  // What a member may give away in a month.
  const given = gated.slice(0, 10);
  let opened = 0;
  let leaks = 0;
  for (const canary of given) {
    const path = await post(stack.baseUrl, `/reading/${canary.slug}/gift`, viewers.subscriber.cookie ?? "");
    const met = findTokens(
      await sendRaw(stack.baseUrl, { path }),
      gated.map(({ token }) => token),
    );
    if (met.includes(canary.token)) opened += 1;
    leaks += met.filter((token) => token !== canary.token).length;
  }
  report({ metric: "opened_by_gift", value: opened, unit: "articles", bar: given.length, better: "higher" });
  const eleventh = gated[10] && (await post(stack.baseUrl, `/reading/${gated[10].slug}/gift`, viewers.subscriber.cookie ?? ""));
  report({ metric: "gifts_beyond_ten", value: eleventh === "/gift/none-left" ? 0 : 1, unit: "gifts", bar: 0, better: "lower" });
  const free = await openByMeter(stack, canaries, viewers.free.cookie ?? "");
  report({ metric: "opened_by_meter", value: free.opened, unit: "articles", bar: free.wanted, better: "higher" });
  report({ metric: "leaks_by_gift_or_meter", value: leaks + free.leaks, unit: "texts", bar: 0, better: "lower" });
}

/** A free account spends its meter on metered articles, and on one of another wall, which stays shut. */
async function openByMeter(stack: StackFacts, canaries: readonly Canary[], cookie: string) {
  const metered = canaries.filter(({ access }) => access === "metered");
  const shut = canaries.find(({ access }) => access === "lead_in");
  const result = { wanted: metered.length, opened: 0, leaks: 0 };
  for (const canary of shut ? [...metered, shut] : metered) {
    const path = await post(stack.baseUrl, `/reading/${canary.slug}/open`, cookie);
    const isMet = findTokens(await sendRaw(stack.baseUrl, { path, headers: { cookie } }), [canary.token]).length > 0;
    if (isMet && canary !== shut) result.opened += 1;
    if (isMet && canary === shut) result.leaks += 1;
  }
  return result;
}

/** Posts a form without fields, as a page of ours does. @returns where the answer leads */
async function post(origin: string, path: string, cookie: string): Promise<string> {
  const answer = await sendRaw(origin, { method: "POST", path, headers: { cookie, origin, "content-length": "0" } });
  return answer.headers.location ?? path;
}
