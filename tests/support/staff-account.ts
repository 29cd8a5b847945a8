import { generateSync } from "otplib";
import pg from "pg";
import { signUpByForm } from "./account-forms";
import { sendRaw } from "./raw-request";
import type { StackFacts } from "./stack-file";

const panel = "/settings/two-factor";

/**
 * Makes an editor, admin or someone of a title who signed in and showed a second factor: without one the first two count
 * as readers.
 *
 * @param publisherSlug the title that a `publisher` works for; the first of the catalogue when none is named
 * @returns the value for a Cookie header
 */
export async function makeStaff(
  { baseUrl, databaseUrl }: StackFacts,
  role: "editor" | "admin" | "publisher",
  publisherSlug?: string,
): Promise<string> {
  const email = `${role}-${Date.now()}@example.com`;
  let cookie = await signUpByForm(baseUrl, { email, password: "seven green bottles" });
  const post = async (path: string, body: string): Promise<void> => {
    const form = { "content-type": "application/x-www-form-urlencoded", "content-length": String(body.length) };
    const answer = await sendRaw(baseUrl, { method: "POST", path, headers: { cookie, origin: baseUrl, ...form }, body });
    const fresh = (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0] ?? "").find((pair) => pair.includes("session="));
    cookie = fresh ?? cookie;
  };
  await post(`${panel}/begin`, "");
  const shown = await sendRaw(baseUrl, { path: panel, headers: { cookie } });
  const secret = /<code class="secret">([^<]+)</.exec(shown.body.toString("utf8"))?.[1]?.replaceAll(" ", "") ?? "";
  await post(`${panel}/confirm`, `code=${generateSync({ secret })}`);
  await appoint(databaseUrl, { email, role, publisherSlug });
  return cookie;
}

type Appointment = { email: string; role: string; publisherSlug: string | undefined };

/** @throws Error when the account has shown no second factor */
async function appoint(databaseUrl: string, { email, role, publisherSlug }: Appointment): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const appointed = await client.query(
    `UPDATE "user" SET role = $2::role,
       publisher_id = (SELECT id FROM publisher WHERE $2 = 'publisher' AND slug = coalesce($3, slug) ORDER BY id LIMIT 1)
     WHERE email = $1 AND two_factor_enabled
       AND EXISTS (SELECT 1 FROM session WHERE user_id = "user".id AND second_factor_at IS NOT NULL)`,
    [email, role, publisherSlug ?? null],
  );
  await client.end();
  if (appointed.rowCount !== 1) throw new Error(`${email} has shown no second factor.`);
}
