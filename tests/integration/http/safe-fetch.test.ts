import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { namespaceRefusal, runInNamespace } from "@/tests/support/network-namespace";

const strings = z.array(z.string()).default([]);
const Line = z.object({
  name: z.string(),
  outcome: z.string(),
  ms: z.number().default(0),
  reached: strings,
  dialled: strings,
  requests: strings,
});
type Line = z.infer<typeof Line>;

const refusal = namespaceRefusal();

describe.skipIf(refusal !== null)(`the guard, unmodified, in a network of its own${refusal ? `: skipped, ${refusal}` : ""}`, () => {
  let lines: Line[] = [];
  const of = (start: string) => lines.filter((line) => line.name.startsWith(start));
  const outcome = (name: string) => lines.find((line) => line.name === name)?.outcome;

  beforeAll(async () => {
    lines = (await runInNamespace("tests/integration/http/namespace-program.ts")).map((line) => Line.parse(line));
  });

  it("reaches public addresses by number, by name and by https", () => {
    expect(of("public ").map((line) => line.outcome)).toEqual([
      "200 answer of ::ffff:198.41.0.4",
      "200 answer of 2606:4700:4700::1111",
      "200 answer of ::ffff:198.41.0.4",
      "200 answer of ::ffff:198.41.0.4",
    ]);
  });

  it("never dials an address that is not public, whatever a name says", () => {
    expect(of("forbidden ").map((line) => [line.outcome, line.dialled])).toEqual(Array(11).fill(["forbidden-address", []]));
  });

  it("never dials one that a redirect names", () => {
    const redirected = of("redirected ");
    expect(redirected.map((line) => line.outcome)).toEqual(Array(25).fill("forbidden-address"));
    expect(new Set(redirected.flatMap((line) => line.dialled))).toEqual(new Set(["198.41.0.4"]));
  });

  it("never reaches us by a name that changes its answer", () => {
    const rebinds = of("rebind ");
    expect(new Set(rebinds.flatMap((line) => line.dialled))).toEqual(new Set(["198.41.0.4"]));
    expect(rebinds.some((line) => line.outcome === "forbidden-address")).toBe(true);
  });

  it("does not step down from https", () => {
    expect(outcome("downgrade")).toBe("redirect");
  });

  it("tells a name's faults by the limit of its own (5 s, not the answer's 10), and does not wait for a family that never answers", () => {
    expect([outcome("dns missing"), outcome("dns failing"), outcome("dns nobody")]).toEqual(["dns", "dns", "dns"]);
    expect(outcome("dns silent")).toMatch(/^(dns|timeout)$/);
    expect(Math.max(...of("dns ").map((line) => line.ms))).toBeLessThan(9_500);
    const half = of("dns half-silent")[0];
    expect(half?.outcome).toMatch(/^200/);
    expect(half?.ms).toBeLessThan(4_500);
  });

  it("keeps credentials at the origin they were meant for", () => {
    expect(of("credentials stay")[0]?.requests.map((line) => line.includes("Bearer secret"))).toEqual([true, true]);
    expect(of("credentials away")[0]?.requests.map((line) => line.includes("Bearer secret"))).toEqual([true, false]);
  });

  it("sends a POST again only after 307 and 308, with its body", () => {
    expect(of("post ").map((line) => [line.outcome.slice(0, 3), line.requests.length])).toEqual([
      ["301", 1],
      ["302", 1],
      ["303", 1],
      ["200", 2],
      ["200", 2],
    ]);
    expect(of("post 307")[0]?.requests[1]).toBe("other.public.example POST /away - hub.mode=subscribe");
  });

  it("trusts no bad certificate", () => {
    const tls = of("tls ").filter((line) => line.name !== "tls reset");
    expect(tls.map((line) => line.outcome)).toEqual(["tls", "tls", "tls", "tls"]);
    expect(outcome("tls reset")).toMatch(/^(tls|connect)$/);
  });

  it("opens one connection a host", () => {
    expect(outcome("one connection")).toBe("1");
  });
});
