import { product } from "@/lib/core/product";
import type { PollError } from "./types";

/**
 * A poll's failure in plain words for the feed's health record: what happened and, where there is something to
 * do, what. One sentence without the publisher's own words.
 */
export function pollErrorWords(error: PollError): string {
  switch (error.kind) {
    case "timeout":
      return `The server did not answer in full within ${Math.round(error.afterMs / 1_000)} seconds.`;
    case "dns":
      return `The server's name could not be looked up (${error.detail}).`;
    case "connect":
      return `No connection could be made or kept (${error.detail}).`;
    case "tls":
      return `The server's certificate or encryption was refused (${error.detail}).`;
    case "forbidden-address":
      return `The address is not on the public web (${error.detail}), so it was not fetched.`;
    case "redirect":
      return `The redirects were not followed: ${error.detail}.`;
    case "protocol":
      return `The answer was not valid HTTP (${error.detail}).`;
    case "http-status":
      return statusWords(error.status);
    case "body-too-large":
      return `The feed is larger than ${Math.round(error.limitBytes / 1_048_576)} MiB.`;
    case "not-a-feed":
      return `What came is no feed: ${error.reason}.`;
    case "robots":
      return `The robots.txt of ${error.host} asks ${product.name} by name to leave this feed alone.`;
    default:
      return error satisfies never;
  }
}

function statusWords(status: number): string {
  if (status === 304) return "The server called its feed unchanged although we had not said what we have (status 304).";
  if (status === 401 || status === 402 || status === 403) return `The server refuses us (status ${status}).`;
  if (status === 404) return "There is nothing at this address (status 404).";
  if (status === 410) return "The publisher has withdrawn this feed (status 410).";
  if (status === 429) return "The server asks us to come less often (status 429).";
  return status >= 500 ? `The server has a fault of its own (status ${status}).` : `The server answered with status ${status}.`;
}
