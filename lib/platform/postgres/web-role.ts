import pg from "pg";

/** Nothing may read these but their owner: the web's way to a text is the function that wants a proof. */
const closedTables = ["article_body", "body_key", "_prisma_migrations"];
/** What only the worker writes. */
const readOnlyTables = [
  "article",
  "revision",
  "author",
  "article_author",
  "publisher",
  "related_list",
  "article_novelty",
  "section_model",
  "topic_mention",
  "payout_month",
  "payout_charge",
  "ledger_transfer",
  "ledger_entry",
  "receipt",
  "statement",
  "statement_line",
  "article_day",
  "title_day",
  "title_country",
  "payout_round",
];

/**
 * What of the worker's own the desk may say: never a word of a text, and never how far one is open. The database empties
 * what is withdrawn by itself, and the worker reckons what a wall comes to.
 */
const deskColumns = [
  "section",
  "section_by",
  "story_id",
  "story_seq",
  "own_wall",
  "embargo_until",
  "taken_down_at",
  "hidden_at",
  "correction",
  "corrected_at",
];

/** The database user of the web process. */
export type WebRole = { name: string; password: string };

/**
 * Makes the web's own database user, or brings its rights up to date: it reads and writes what pages need, and no
 * licensed text. Safe to run at every start.
 *
 * @param ownerUrl the database as its owner, who may make users
 * @returns the same database as the web sees it
 */
export async function ensureWebRole(ownerUrl: string, role: WebRole): Promise<string> {
  await withClient(ownerUrl, async (client) => {
    const name = client.escapeIdentifier(role.name);
    const known = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role.name]);
    const verb = known.rowCount === 0 ? "CREATE" : "ALTER";
    await client.query(`${verb} ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(role.password)}`);
    await grantRights(client, name);
  });
  const url = new URL(ownerUrl);
  url.username = role.name;
  url.password = role.password;
  return url.href;
}

/**
 * Gives an existing database user the rights of the web, and no more: for a server whose users are somebody else's to make.
 *
 * @throws Error when the owner may not grant them or there is no such user
 */
export async function grantWebRights(ownerUrl: string, roleName: string): Promise<void> {
  await withClient(ownerUrl, (client) => grantRights(client, client.escapeIdentifier(roleName)));
}

/** Sets the key that proofs of a grant are made with. @param key as `bodyKey` derives it */
export async function keepBodyKey(ownerUrl: string, key: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query("INSERT INTO body_key (id, key) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET key = excluded.key", [key]);
  });
}

async function grantRights(client: pg.Client, name: string): Promise<void> {
  const tables = (names: string[]) => names.map((table) => `public.${table}`).join(", ");
  await client.query("BEGIN");
  await client.query(`
    GRANT USAGE ON SCHEMA public, pgboss TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO ${name};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${name};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${name};
    ALTER DEFAULT PRIVILEGES IN SCHEMA pgboss GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name};
    REVOKE ALL ON ${tables(closedTables)} FROM ${name};
    REVOKE INSERT, UPDATE, DELETE ON ${tables(readOnlyTables)} FROM ${name};
    GRANT INSERT, UPDATE ON public.publisher TO ${name};
    GRANT UPDATE (${deskColumns.join(", ")}) ON public.article TO ${name};
    GRANT EXECUTE ON FUNCTION public.read_article_body(integer, text) TO ${name};
  `);
  await client.query("COMMIT");
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
