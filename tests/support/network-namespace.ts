import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { childEnv } from "@/lib/platform/env";
import { makeCertificates } from "./network-namespace-certificates";

/** Every address there is belongs to the namespace's own loopback, so a program in it can serve and reach them all. */
const bringUp = "ip link set lo up && ip route add local 0.0.0.0/0 dev lo && (ip -6 route add local ::/0 dev lo || true)";

let refusal: string | null | undefined;

/**
 * Why this machine lets us make no network namespace; null when it does. Linux with `unshare` and `ip` does, as root
 * or where an unprivileged user may have namespaces.
 */
export function namespaceRefusal(): string | null {
  if (refusal !== undefined) return refusal;
  const tried = spawnSync("unshare", [...unshareFlags(), "sh", "-c", bringUp], { encoding: "utf8" });
  const words = tried.error?.message ?? tried.stderr.trim().split("\n")[0] ?? "";
  refusal = tried.status === 0 ? null : `no network namespace here (${words || `unshare ended with ${tried.status}`})`;
  return refusal;
}

/**
 * Runs one of our programs where nothing can leave: its names are answered by a server it holds itself at
 * 127.0.0.1:53, every address is its own machine's, and it trusts the certificates in the folder that is its first
 * argument.
 *
 * @param script path of a TypeScript file from the project's folder
 * @param args its arguments after that folder
 * @returns what it wrote to its output, line by line, each read as JSON
 * @throws Error with its complaints when it does not end well in time
 */
export async function runInNamespace(script: string, args: string[] = [], withinMs = 120_000): Promise<unknown[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-namespace-"));
  try {
    const authority = await makeCertificates(folder);
    await writeFile(path.join(folder, "resolv.conf"), "nameserver 127.0.0.1\n");
    const mount = `mount --bind '${path.join(folder, "resolv.conf")}' /etc/resolv.conf`;
    const start = `${bringUp} && ${mount} && exec "$0" --expose-gc --import tsx "$@"`;
    const child = spawn("unshare", [...unshareFlags(), "sh", "-c", start, process.execPath, script, folder, ...args], {
      env: childEnv(authority ? { NODE_EXTRA_CA_CERTS: authority } : {}),
      stdio: ["ignore", "pipe", "pipe"],
      timeout: withinMs,
      killSignal: "SIGKILL",
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const [output, complaints, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    if (exitCode !== 0) throw new Error(`${script} ended with ${exitCode}. ${complaints.slice(-4_000)}`);
    return output.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const unshareFlags = (): string[] => ["--net", "--mount", ...(process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"]), "--"];
