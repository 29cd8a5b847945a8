import pg from "pg";
import { hashPassword } from "@/lib/accounts/password-gateway";

export type SignInAccount = { email: string; password: string };

const password = "quiet lantern over marmalade";

/** Writes accounts with one password at its real cost. */
export async function fillAccounts(databaseUrl: string, count: number): Promise<SignInAccount[]> {
  const accounts = Array.from({ length: count }, (_, index) => ({ email: `bench${index}@example.com`, password }));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const emails = accounts.map(({ email }) => email);
    await client.query(
      `INSERT INTO "user" (id, name, email, updated_at) SELECT email, 'Bench', email, now() FROM unnest($1::text[]) email`,
      [emails],
    );
    await client.query(
      `INSERT INTO account (id, account_id, provider_id, user_id, password, updated_at)
       SELECT email, email, 'credential', email, $2, now() FROM unnest($1::text[]) email`,
      [emails, await hashPassword(password)],
    );
  } finally {
    await client.end();
  }
  return accounts;
}
