import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type S3Server = {
  endpoint: string;
  /** Objects by path, `/bucket/key`. */
  objects: Map<string, { body: Buffer; type: string | undefined; cacheControl: string | undefined }>;
  requests: { method: string; path: string; status: number }[];
  /** Answers so many of the next requests with 503. */
  failNext: (times: number) => void;
  close: () => Promise<void>;
};

type Keys = { keyId: string; secret: string; region: string };

const skewMsMax = 15 * 60_000;

/**
 * A bucket server on this machine: GET, HEAD, PUT and DELETE of whole objects. It works out each request's signature itself, from
 * the specification, and refuses what does not carry it.
 *
 * Source: AWS, "Authenticating requests: using the Authorization header (Signature Version 4)"
 */
export async function startS3Server(keys: Keys): Promise<S3Server> {
  const objects: S3Server["objects"] = new Map();
  const requests: S3Server["requests"] = [];
  let failures = 0;
  const server = createServer(async (request, response) => {
    const body = await readAll(request);
    const path = request.url ?? "/";
    const { status, answer } = judge(request, body, path);
    requests.push({ method: request.method ?? "", path, status });
    response.writeHead(status, { "content-type": status === 200 ? "application/octet-stream" : "application/xml" });
    response.end(request.method === "HEAD" ? undefined : answer);
  });

  function judge(request: IncomingMessage, body: Buffer, path: string): { status: number; answer: Buffer | string } {
    if (failures > 0) {
      failures -= 1;
      return { status: 503, answer: "<Error><Code>SlowDown</Code></Error>" };
    }
    const fault = findFault(request, body, keys);
    if (fault) return { status: 403, answer: `<Error><Code>${fault}</Code></Error>` };
    if (request.method === "PUT") {
      objects.set(path, { body, type: request.headers["content-type"], cacheControl: request.headers["cache-control"] });
      return { status: 200, answer: "" };
    }
    if (request.method === "DELETE") {
      // Of what is not there the API says the same.
      objects.delete(path);
      return { status: 204, answer: "" };
    }
    const held = objects.get(path);
    return held ? { status: 200, answer: held.body } : { status: 404, answer: "<Error><Code>NoSuchKey</Code></Error>" };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    requests,
    failNext: (times) => {
      failures = times;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function findFault(request: IncomingMessage, body: Buffer, keys: Keys): string | null {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? "",
    );
  if (!match) return "AuthorizationHeaderMalformed";
  const [, keyId = "", day = "", region = "", signedHeaders = "", signature = ""] = match;
  const at = String(request.headers["x-amz-date"]);
  const instant = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (keyId !== keys.keyId) return "InvalidAccessKeyId";
  if (region !== keys.region || !at.startsWith(day)) return "AuthorizationHeaderMalformed";
  if (!(Math.abs(Date.now() - instant) < skewMsMax)) return "RequestTimeTooSkewed";
  const bodyHash = sha256(body);
  if (request.headers["x-amz-content-sha256"] !== bodyHash) return "XAmzContentSHA256Mismatch";
  const names = signedHeaders.split(";");
  if (!["host", "x-amz-content-sha256", "x-amz-date"].every((name) => names.includes(name))) return "AccessDenied";
  const [path = "", query = ""] = (request.url ?? "/").split("?");
  const headers = names
    .map(
      (name) =>
        `${name}:${String(request.headers[name] ?? "")
          .trim()
          .replace(/ +/g, " ")}\n`,
    )
    .join("");
  const canonical = [request.method, path, query, headers, signedHeaders, bodyHash].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<Buffer>((made, part) => hmac(made, part), Buffer.from(`AWS4${keys.secret}`));
  return timingSafeEqual(hmac(key, toSign), Buffer.from(signature, "hex")) ? null : "SignatureDoesNotMatch";
}

const sha256 = (input: string | Buffer): string => createHash("sha256").update(input).digest("hex");
const hmac = (key: Buffer, input: string): Buffer => createHmac("sha256", key).update(input).digest();

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
