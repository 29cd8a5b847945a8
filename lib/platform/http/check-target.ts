import { err, ok, type Result } from "@/lib/core/result";
import { isAdmittedOrigin } from "./admitted-origins";
import type { HttpError } from "./http-error";

/**
 * Reads the address of one hop and refuses what no dialling is needed to refuse: another scheme, a user name, a name
 * that can only mean this machine or this network, and a step down from https. Ports and addresses are the dialler's.
 *
 * @param startedAt where a chain of redirects began; null for its first hop
 * @returns the address without its fragment
 */
export function checkTarget(href: string, startedAt: string | null): Result<URL, HttpError> {
  const url = URL.parse(href);
  if (!url) return err({ kind: "protocol", detail: "not a URL" });
  if (url.protocol !== "http:" && url.protocol !== "https:") return err({ kind: "forbidden-address", detail: `scheme ${url.protocol}` });
  if (url.username !== "" || url.password !== "") return err({ kind: "forbidden-address", detail: "user name in the URL" });
  if (!isAdmittedOrigin(url.origin)) {
    if (isLocalName(url.hostname)) return err({ kind: "forbidden-address", detail: url.hostname });
    const isDowngrade = startedAt !== null && url.protocol === "http:" && URL.parse(startedAt)?.protocol === "https:";
    if (isDowngrade) return err({ kind: "redirect", detail: "from https to http" });
  }
  // Setting it reads the whole address anew.
  if (url.href.includes("#")) url.hash = "";
  return ok(url);
}

/** RFC 6761 and 6762, and ICANN's reservation of .internal: what these resolve to is never the public web. */
const isLocalName = (hostname: string): boolean => /(^|\.)(localhost|local|internal)\.?$/.test(hostname);
