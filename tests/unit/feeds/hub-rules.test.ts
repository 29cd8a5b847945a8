import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addMs, dayMs } from "@/lib/core/clock";
import { isDigestOf } from "@/lib/core/keyed-digest";
import { findHub } from "@/lib/feeds/find-hub";
import { acceptedDigests, hubCallbackUrl } from "@/lib/feeds/hub-callback";
import { judgeHubRequest } from "@/lib/feeds/judge-hub-request";
import { parseFeed } from "@/lib/feeds/parse-feed";

const url = "https://titles.example/feed";
const parsedHub = async (document: string) => {
  const parsed = await parseFeed(new TextEncoder().encode(document), { contentType: null, url });
  return parsed.ok ? findHub({ linkHeader: null, url, feed: parsed.value.feed }) : null;
};

describe("which hub a feed announces", () => {
  it("is told by the header before the document, https before http", () => {
    const linkHeader = '<http://a.example/>; rel="hub", <https://b.example/>; rel="hub", </topic>; rel="self"';
    expect(findHub({ linkHeader, url, feed: { hubUrl: "https://c.example/", selfUrl: "https://d.example/" } })).toEqual({
      hubUrl: "https://b.example/",
      topicUrl: "https://titles.example/topic",
    });
  });

  it("is read from RSS, Atom and JSON Feed", async () => {
    const rss = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>t</title>
      <atom:link rel="hub" href="http://plain.example/"/><atom:link rel="hub" href="https://hub.example/"/>
      <atom:link rel="self" href="https://titles.example/self"/><item><title>a</title><link>https://titles.example/a</link></item></channel></rss>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>x</id><link rel="hub" href="https://hub.example/"/>
      <link rel="self" href="/self"/><entry><title>a</title><id>a</id></entry></feed>`;
    const json = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "t",
      feed_url: "https://titles.example/self",
      hubs: [{ type: "rssCloud", url: "https://cloud.example/" }, null, { type: "WebSub", url: "https://hub.example/" }],
      items: [{ id: "1", content_text: "a" }],
    });
    for (const document of [rss, atom, json]) {
      expect(await parsedHub(document)).toEqual({ hubUrl: "https://hub.example/", topicUrl: "https://titles.example/self" });
    }
  });

  it("goes by the feed's own address where it names none, and is null without a hub", () => {
    expect(findHub({ linkHeader: "<https://b.example/>; rel=hub", url, feed: { selfUrl: null } })?.topicUrl).toBe(url);
    expect(findHub({ linkHeader: "<https://b.example/>; rel=next", url, feed: { selfUrl: url } })).toBeNull();
  });
});

it.each([
  ["https://paper.example.org", "https://paper.example.org/api/websub/k"],
  ["https://paper.example.org:8443/", "https://paper.example.org:8443/api/websub/k"],
  [undefined, null],
  ["http://paper.example.org", null],
  ["https://localhost", null],
  ["https://box.internal", null],
  ["https://192.168.1.4", null],
  ["https://[::1]", null],
  ["https://paper", null],
])("hubCallbackUrl(%s) is %s", (publicUrl, expected) => {
  expect(hubCallbackUrl(publicUrl, "k")).toBe(expected);
});

describe("signatures", () => {
  const bytes = new TextEncoder().encode("<rss/>");
  const sign = (method: string, secret = "s") => `${method}=${createHmac(method, secret).update(bytes).digest("hex")}`;
  const counts = (signature: string, hubUrl = "https://hub.example/") => isDigestOf(bytes, "s", signature, acceptedDigests(hubUrl));

  it("count in SHA-2, and in SHA-1 from listed hubs only", () => {
    for (const method of ["sha256", "sha384", "sha512"]) expect(counts(sign(method))).toBe(true);
    expect(counts(sign("sha1"))).toBe(false);
    expect(counts(sign("sha1"), "https://pubsubhubbub.appspot.com/")).toBe(true);
    expect(counts(sign("sha256").toUpperCase())).toBe(true);
  });

  it("prove nothing when wrong, cut short, of another kind or another secret", () => {
    const good = sign("sha256");
    for (const bad of ["", "sha256=", good.slice(0, -2), good.replace("sha256", "sha512"), sign("sha256", "t"), "md5=00", `${good}00`]) {
      expect(counts(bad)).toBe(false);
    }
  });
});

describe("verification", () => {
  const now = new Date("2026-11-20T12:00:00Z");
  const waiting = { topicUrl: url, state: "pending" as const, requestedAt: now };
  const query = { mode: "subscribe", topic: url, challenge: "c", leaseSeconds: "1000", reason: null };

  it("confirms what waits, for the lease the hub grants within bounds", () => {
    expect(judgeHubRequest(query, waiting, now)).toEqual({
      kind: "confirm",
      challenge: "c",
      expiresAt: addMs(now, 1_000_000),
      renewAt: addMs(now, 800_000),
    });
    const lease = (leaseSeconds: string | null) => {
      const answer = judgeHubRequest({ ...query, leaseSeconds }, waiting, now);
      return answer.kind === "confirm" ? (answer.expiresAt.getTime() - now.getTime()) / 1_000 : null;
    };
    expect([lease("1"), lease(null), lease("-5"), lease("9999999999")]).toEqual([300, 86_400, 86_400, 7_776_000]);
  });

  it("knows nothing of other topics, modes, states, old requests or missing challenges", () => {
    const unknown = { kind: "unknown" };
    expect(judgeHubRequest(query, null, now)).toEqual(unknown);
    expect(judgeHubRequest({ ...query, topic: `${url}/` }, waiting, now)).toEqual(unknown);
    expect(judgeHubRequest({ ...query, mode: "unsubscribe" }, waiting, now)).toEqual(unknown);
    expect(judgeHubRequest({ ...query, challenge: null }, waiting, now)).toEqual(unknown);
    expect(judgeHubRequest(query, { ...waiting, state: "active" }, now)).toEqual(unknown);
    expect(judgeHubRequest(query, { ...waiting, requestedAt: addMs(now, -2 * dayMs) }, now)).toEqual(unknown);
  });

  it("hears a denial in any state", () => {
    const denied = { ...query, mode: "denied", reason: "no" };
    expect(judgeHubRequest(denied, { ...waiting, state: "active" }, now)).toEqual({ kind: "denied", reason: "no" });
  });
});
