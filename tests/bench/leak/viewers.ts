import type pg from "pg";
import { signInByForm, signOutByForm, signUpByForm } from "../../support/account-forms";
import type { StackFacts } from "../../support/stack-file";
import type { Canary } from "./canary";
import { lapseTrial } from "./plant-canaries";

/** Someone who asks, and which texts are not theirs to read. */
export type Viewer = { name: string; cookie: string | null; mayRead: readonly Canary["access"][]; isThorough: boolean };

export type Viewers = { refused: Viewer[]; free: Viewer; trial: Viewer; subscriber: Viewer };

const password = "a long enough password";
const everything: Canary["access"][] = ["open", "registered", "metered", "lead_in", "paid"];
const withAccount: Canary["access"][] = ["open", "registered"];

/** Signs everybody in or up through the forms: the refused, and the two who read everything. */
export async function gatherViewers(stack: StackFacts, client: pg.Client): Promise<Viewers> {
  const { baseUrl, demoPassword } = stack;
  const subscriberCookie = await signInByForm(baseUrl, { email: "subscriber@broadsheet.example", password: demoPassword });
  const freeCookie = await signInByForm(baseUrl, { email: "reader@broadsheet.example", password: demoPassword });
  const lapsedCookie = await signUpByForm(baseUrl, { email: "lapsed@leak.example", password });
  await lapseTrial(client, "lapsed@leak.example");
  const trialCookie = await signUpByForm(baseUrl, { email: "trial@leak.example", password });
  const endedCookie = await signInByForm(baseUrl, { email: "subscriber@broadsheet.example", password: demoPassword });
  await signOutByForm(baseUrl, endedCookie);
  const free: Viewer = { name: "free account", cookie: freeCookie, mayRead: withAccount, isThorough: true };
  const refused: Viewer[] = [
    { name: "visitor", cookie: null, mayRead: ["open"], isThorough: true },
    free,
    { name: "trial that ended a minute ago", cookie: lapsedCookie, mayRead: withAccount, isThorough: true },
    { name: "session that was signed out", cookie: endedCookie, mayRead: ["open"], isThorough: false },
    { name: "forged session", cookie: forge(subscriberCookie), mayRead: ["open"], isThorough: false },
  ];
  return {
    refused,
    free,
    trial: { name: "trial", cookie: trialCookie, mayRead: everything, isThorough: false },
    subscriber: { name: "subscriber", cookie: subscriberCookie, mayRead: everything, isThorough: false },
  };
}

/** A real session's token with another signature. */
function forge(cookie: string): string {
  const [name = "", value = ""] = cookie.split("=", 2);
  const [token = ""] = decodeURIComponent(value).split(".");
  return `${name}=${encodeURIComponent(`${token}.${Buffer.alloc(32, 7).toString("base64")}`)}`;
}
