import { expect, it } from "vitest";
import { headersForHop } from "@/lib/platform/http/request-headers";

const url = "https://a.example/";

it("sends an authorization only to the origin it was meant for", () => {
  expect(headersForHop({ Authorization: "Bearer x", accept: "a" }, url, true)).toMatchObject({ authorization: "Bearer x", accept: "a" });
  expect(headersForHop({ Authorization: "Bearer x", accept: "a" }, url, false)).toEqual({ "accept-encoding": "gzip, br", accept: "a" });
});

it("never sends cookies, a referrer or a proxy's password, whoever asks", () => {
  const all = { Cookie: "a=b", Referer: url, "Proxy-Authorization": "x" };
  expect(headersForHop(() => all, url, true)).toEqual({ "accept-encoding": "gzip, br" });
});

it("chooses by the hop's address", () => {
  expect(headersForHop((hop) => ({ "x-hop": hop }), url, true)["x-hop"]).toBe(url);
});
