import { bodyKey } from "@/lib/articles/body-proof";
import { keyedDigest } from "@/lib/core/keyed-digest";
import { ensureWebRole, grantWebRights, keepBodyKey } from "@/lib/platform/postgres/web-role";
import { startQueue } from "@/lib/platform/queue";

type Database = {
  ownerUrl: string;
  /** Whether the server is ours, so that we may make users on it. */
  isOurs: boolean;
  /** The web's user on somebody else's server; null for none. */
  webUrl: string | null;
  authSecret: string;
};

/**
 * The web's own way into a migrated database: a user that can read no licensed text without a proven grant. On our
 * server we make it; on another the operator names one.
 *
 * @returns `isOwner` when the web has to go in as the owner, because nobody was named
 */
export async function openForWeb({ ownerUrl, isOurs, webUrl, authSecret }: Database): Promise<{ url: string; isOwner: boolean }> {
  await keepBodyKey(ownerUrl, bodyKey(authSecret));
  await prepareQueue(ownerUrl);
  if (isOurs) {
    const role = { name: "broadsheet_web", password: keyedDigest(authSecret, "database user of the web") };
    return { url: await ensureWebRole(ownerUrl, role), isOwner: false };
  }
  if (!webUrl) return { url: ownerUrl, isOwner: true };
  await grantWebRights(ownerUrl, decodeURIComponent(new URL(webUrl).username));
  return { url: webUrl, isOwner: false };
}

/** The queue's tables are made by the owner, before the web's user is given rights on them. */
async function prepareQueue(url: string): Promise<void> {
  const queue = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
  await queue.stop({ graceful: false, close: true });
}
