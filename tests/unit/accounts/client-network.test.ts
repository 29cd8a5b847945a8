import { expect, it } from "vitest";
import { clientNetwork } from "@/lib/accounts/client-network";

it("believes the last hop alone where no proxy is trusted", () => {
  expect(clientNetwork("1.2.3.4, 198.51.100.77", 0)).toEqual({ address: "198.51.100.77", network: "198.51.100.0/24" });
});

it("believes as many hops as there are trusted proxies, and no further", () => {
  expect(clientNetwork("9.9.9.9, 203.0.113.5, 10.0.0.1", 1).address).toBe("203.0.113.5");
  expect(clientNetwork("203.0.113.5, 10.0.0.2, 10.0.0.1", 2).address).toBe("203.0.113.5");
  expect(clientNetwork("10.0.0.1", 3).address).toBe("10.0.0.1");
});

it("counts an IPv6 network by its /64 and a mapped IPv4 address as what it is", () => {
  const first = clientNetwork("2001:db8:1:2:aaaa::1", 0).network;
  expect(clientNetwork("2001:db8:1:2:bbbb::2", 0).network).toBe(first);
  expect(clientNetwork("2001:db8:1:3::1", 0).network).not.toBe(first);
  expect(clientNetwork("::ffff:198.51.100.7", 0)).toEqual({ address: "198.51.100.7", network: "198.51.100.0/24" });
});

it("counts whoever cannot be told apart together", () => {
  for (const header of [null, "", "garbage", "1.2.3.4, <script>"]) expect(clientNetwork(header, 0).network).toBe("unknown");
});
