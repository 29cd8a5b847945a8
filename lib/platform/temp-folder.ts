import { chmod, mkdtemp } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

/**
 * Makes a folder of our own in the system's temporary one, which any user may enter: as root, the embedded
 * Postgres runs as another user and would otherwise be set up anew elsewhere.
 */
export async function makeTempFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), prefix));
  await chmod(folder, 0o755);
  return folder;
}
