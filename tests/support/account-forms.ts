import { sendRaw } from "./raw-request";

export type Credentials = { email: string; password: string; name?: string };

/** Signs in as a browser without script does. @returns the value for a Cookie header */
export function signInByForm(origin: string, credentials: Credentials): Promise<string> {
  return submit(origin, "/sign-in", { email: credentials.email, password: credentials.password });
}

/** Makes an account, and so starts its trial, as a browser without script does. @returns the value for a Cookie header */
export function signUpByForm(origin: string, credentials: Credentials): Promise<string> {
  const { email, password, name = "Ada Reader" } = credentials;
  return submit(origin, "/sign-up", { name, email, password });
}

/** Ends the session that the cookie stands for. */
export async function signOutByForm(origin: string, cookie: string): Promise<void> {
  const answer = await sendRaw(origin, { method: "POST", path: "/sign-out", headers: { cookie, origin, "content-length": "0" } });
  if (answer.status >= 400) throw new Error(`Signing out answered ${answer.status}.`);
}

async function submit(origin: string, page: string, fields: Record<string, string>): Promise<string> {
  const shown = await sendRaw(origin, { path: page });
  const form = findForm(shown.body.toString("utf8"), page);
  const sent = new Request(origin, { method: "POST", body: toFormData({ ...hiddenFields(form), ...fields }) });
  const answer = await sendRaw(origin, {
    method: "POST",
    path: attributeOf(form, "action") || page,
    headers: { "content-type": sent.headers.get("content-type") ?? "", origin },
    body: new Uint8Array(await sent.arrayBuffer()),
  });
  const cookies = (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0] ?? "");
  const session = cookies.find((cookie) => cookie.includes("session="));
  if (!session) throw new Error(`${page} answered ${answer.status} to ${answer.headers.location ?? "nowhere"} without a session.`);
  return session;
}

function findForm(html: string, page: string): string {
  const form = html.match(/<form\b[\s\S]*?<\/form>/g)?.find((candidate) => candidate.includes('name="password"'));
  if (!form) throw new Error(`${page} shows no form with a password.`);
  return form;
}

function hiddenFields(form: string): Record<string, string> {
  const inputs = form.match(/<input\b[^>]*>/g) ?? [];
  const hidden = inputs.filter((input) => attributeOf(input, "type") === "hidden");
  return Object.fromEntries(hidden.map((input) => [attributeOf(input, "name"), attributeOf(input, "value")]));
}

function attributeOf(tag: string, name: string): string {
  const value = tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function toFormData(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}
