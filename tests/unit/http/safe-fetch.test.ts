import type { LookupAddress } from "node:dns";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { makeGuardedAgent } from "@/lib/platform/http/guarded-agent";
import { safeFetch } from "@/lib/platform/http/safe-fetch";

let server: Server;
let stranger: Server;
let origin = "";
let strangerOrigin = "";
let strangerRequests = 0;
let handle: RequestListener = (_request, response) => response.end();

async function listen(listener: RequestListener): Promise<{ server: Server; origin: string }> {
  const made = createServer({ maxHeaderSize: 100_000 }, listener);
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  return { server: made, origin: `http://127.0.0.1:${(made.address() as AddressInfo).port}` };
}

beforeAll(async () => {
  ({ server, origin } = await listen((incoming, response) => handle(incoming, response)));
  ({ server: stranger, origin: strangerOrigin } = await listen((_incoming, response) => {
    strangerRequests += 1;
    response.end("secret");
  }));
  admitOrigin(origin);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  stranger.close();
});

const get = (path: string, over = {}) => safeFetch(origin + path, { maxBytes: 100_000, timeoutMs: 2_000, ...over });
const serve = (headers: Record<string, string>, body: string | Uint8Array) => {
  handle = (_request, response) => response.writeHead(200, headers).end(body);
};
const text = (result: Awaited<ReturnType<typeof safeFetch>>): string =>
  result.ok ? Buffer.from(result.value.bytes).toString() : result.error.kind;

describe("the guard", () => {
  it("dials the admitted origin and no other on the same machine", async () => {
    serve({}, "hello");
    expect(text(await get("/"))).toBe("hello");
    expect(text(await safeFetch(strangerOrigin, { maxBytes: 10 }))).toBe("forbidden-address");
    expect(strangerRequests).toBe(0);
  });

  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127。0。0。1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/",
    "http://1.1.1.1:22/",
    "http://user:pass@1.1.1.1/",
    "file:///etc/passwd",
    "ftp://1.1.1.1/",
    "gopher://1.1.1.1/",
    "data:text/plain,x",
  ])("refuses %s", async (url) => {
    expect(text(await safeFetch(url, { maxBytes: 10 }))).toBe("forbidden-address");
  });

  it("checks every redirect anew", async () => {
    handle = (_request, response) => response.writeHead(302, { location: strangerOrigin }).end();
    expect(text(await get("/"))).toBe("forbidden-address");
    handle = (_request, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end();
    expect(text(await get("/"))).toBe("forbidden-address");
    expect(strangerRequests).toBe(0);
  });

  it("dials what was checked when a name changes its answer, and refuses a mixed answer", async () => {
    const answers: LookupAddress[][] = [
      [{ address: "127.0.0.1", family: 4 }],
      [
        { address: "1.1.1.1", family: 4 },
        { address: "10.0.0.1", family: 4 },
      ],
      [],
    ];
    const agent = makeGuardedAgent((_host, done) => done(null, answers.shift() ?? []));
    for (let round = 0; round < 3; round += 1) {
      await expect(request("http://rebinding.example/", { dispatcher: agent })).rejects.toMatchObject({ code: "EFORBIDDEN" });
    }
    await agent.close();
  });

  it("admits exact origins only", () => {
    expect(() => admitOrigin("http://127.0.0.1:1/path")).toThrow();
    expect(() => admitOrigin("127.0.0.1")).toThrow();
    expect(() => admitOrigin("ftp://127.0.0.1")).toThrow();
  });
});

describe("limits", () => {
  it("reads one layer of compression and no more", async () => {
    for (const [encoding, body] of [
      ["gzip", gzipSync("x")],
      ["x-gzip", gzipSync("x")],
      ["br", brotliCompressSync("x")],
      ["deflate", deflateSync("x")],
      ["deflate", deflateRawSync("x")],
    ] as const) {
      serve({ "content-encoding": encoding }, body);
      expect(text(await get("/"))).toBe("x");
    }
    serve({ "content-encoding": "gzip, gzip" }, gzipSync(gzipSync("x")));
    expect(text(await get("/"))).toBe("protocol");
  });

  it("stops a bomb at the cap on decoded bytes, and by its ratio", async () => {
    serve({ "content-encoding": "gzip" }, gzipSync(Buffer.alloc(50_000_000)));
    expect(await get("/")).toEqual({ ok: false, error: { kind: "body-too-large", limitBytes: 100_000 } });
    expect(text(await get("/", { maxBytes: 100_000_000 }))).toBe("body-too-large");
  });

  it("refuses a body by its declared length, and an endless one at the cap", async () => {
    serve({}, Buffer.alloc(200_000));
    expect(text(await get("/"))).toBe("body-too-large");
    handle = (_request, response) => {
      const timer = setInterval(() => response.write(Buffer.alloc(60_000)), 1);
      response.on("close", () => clearInterval(timer));
    };
    expect(text(await get("/"))).toBe("body-too-large");
  });

  it("ends a slow drip at the total deadline", async () => {
    handle = (_request, response) => {
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    };
    expect(await get("/", { timeoutMs: 300 })).toEqual({ ok: false, error: { kind: "timeout", afterMs: 300 } });
  });

  it("follows five redirects and no sixth", async () => {
    handle = (incoming, response) => {
      const hop = Number(incoming.url?.slice(1));
      if (hop > 0) response.writeHead(302, { location: `/${hop - 1}` }).end();
      else response.end("arrived");
    };
    expect(text(await get("/5"))).toBe("arrived");
    expect(text(await get("/6"))).toBe("redirect");
  });

  it("refuses headers beyond the cap, and names refused connections", async () => {
    serve({ "x-long": "y".repeat(60_000) }, "x");
    expect(text(await get("/"))).toBe("protocol");
    admitOrigin("http://127.0.0.1:9");
    expect(text(await safeFetch("http://127.0.0.1:9/", { maxBytes: 10 }))).toBe("connect");
  });

  it("sends no cookie and no referrer along a redirect", async () => {
    const seen: string[] = [];
    handle = (incoming, response) => {
      seen.push(...Object.keys(incoming.headers));
      if (incoming.url === "/") response.writeHead(302, { location: "/next", "set-cookie": "a=b" }).end();
      else response.end("x");
    };
    await get("/");
    expect(seen).not.toContain("cookie");
    expect(seen).not.toContain("referer");
  });
});

describe("requests and refusals", () => {
  it("sends a POST with its body, once", async () => {
    const seen: string[] = [];
    handle = (incoming, response) => {
      incoming.setEncoding("utf8").on("data", (chunk: string) => seen.push(`${incoming.method} ${chunk}`));
      incoming.on("end", () => response.writeHead(302, { location: "/elsewhere" }).end());
    };
    const sent = await safeFetch(origin, { method: "POST", body: "hub.mode=subscribe", maxBytes: 10 });
    expect(sent.ok && sent.value.status).toBe(302);
    expect(seen).toEqual(["POST hub.mode=subscribe"]);
  });

  it("reads no body of a refusal, and keeps the connection for the next request", async () => {
    const ports = new Set<number | undefined>();
    handle = (incoming, response) => {
      ports.add(incoming.socket.remotePort);
      response.writeHead(404).end("x".repeat(1_000));
    };
    for (let round = 0; round < 3; round += 1) expect(await get("/")).toMatchObject({ value: { status: 404, bytes: new Uint8Array() } });
    expect(ports.size).toBe(1);
  });

  it("answers a HEAD whatever length it declares", async () => {
    handle = (_request, response) => response.writeHead(200, { "content-length": "999999999" }).end();
    expect(await get("/", { method: "HEAD" })).toMatchObject({ value: { status: 200 } });
  });
});
