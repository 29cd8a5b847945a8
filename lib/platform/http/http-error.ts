/** Why a fetch gave no answer. A status of the server is an answer, not an error. */
export type HttpError =
  | { kind: "timeout"; afterMs: number }
  | { kind: "dns" | "connect" | "tls" | "forbidden-address" | "redirect" | "protocol"; detail: string }
  | { kind: "body-too-large"; limitBytes: number };

/** Thrown inside the connector and caught by `toHttpError`: the guard refused to dial. */
export class ForbiddenAddressError extends Error {
  readonly code = "EFORBIDDEN";
}

/** Thrown while a body is read and caught by `toHttpError`. */
export class BodyTooLargeError extends Error {}

/** Turns whatever the network layer threw into one of our kinds. */
export function toHttpError(cause: unknown, timeoutMs: number, bytesMax: number): HttpError {
  const root = rootCause(cause);
  if (root instanceof ForbiddenAddressError) return { kind: "forbidden-address", detail: root.message };
  if (root instanceof BodyTooLargeError) return { kind: "body-too-large", limitBytes: bytesMax };
  const code = codeOf(root);
  if (/^(TimeoutError|AbortError)$/.test(root.name) || timeoutCodes.test(code)) return { kind: "timeout", afterMs: timeoutMs };
  return { kind: kindOf(code), detail: code || root.name };
}

const timeoutCodes = /^(UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT|UND_ERR_ABORTED|ABORT_ERR)$/;

function kindOf(code: string): "dns" | "connect" | "tls" | "protocol" {
  if (/^(ENOTFOUND|EAI_\w+|ESERVFAIL|ENODATA|EREFUSED|ETIMEOUT|EBADNAME|EFORMERR)$/.test(code)) return "dns";
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_|^EPROTO$|HOSTNAME_MISMATCH/.test(code)) return "tls";
  if (/^(HPE_|UND_ERR_(HEADERS_OVERFLOW|INVALID|RES|INFO|NOT_SUPPORTED|REQ_)|Z_|ERR_(BROTLI|_)|ERR_INVALID|ERR_BUFFER)/.test(code))
    return "protocol";
  return "connect";
}

/** The innermost error of a chain of causes; several addresses tried in vain are known by the first. */
function rootCause(cause: unknown): Error {
  let current = cause;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if (current instanceof AggregateError && current.errors[0] instanceof Error) current = current.errors[0];
    else if (current.cause instanceof Error) current = current.cause;
    else break;
  }
  return current instanceof Error ? current : new Error("unknown fault");
}

const codeOf = (error: Error): string => ("code" in error && typeof error.code === "string" ? error.code : "");
