import type { Behaviour } from "./types";

const minutes = 60;
const hours = 60 * minutes;
const days = 24 * hours;

const etag = (version: number): string => `"v${version}"`;
const catalogue = { gapSec: 5 * minutes, entryEveryHours: 5, etag } as const;
const inSeconds = (at: Date, seconds: number): string => new Date(at.getTime() + seconds * 1_000).toUTCString();
/** Every tenth request, but not the first. */
const everyTenth = (nth: number): boolean => nth % 10 === 0;

/** Publishers of every kind that the politeness rules name; the addresses' numbers make them hosts of their own. */
export const behaviours: Behaviour[] = [
  { ...catalogue, name: "etag", host: 1 },
  { ...catalogue, name: "weak etag with odd characters", host: 2, etag: (version) => `W/"\u00e9 ,;=${version}"` },
  { ...catalogue, name: "etag without quotes", host: 3, etag: (version) => `v-${version}` },
  { ...catalogue, name: "last-modified only", host: 4, etag: undefined, lastModified: (_version, changedAt) => changedAt.toUTCString() },
  {
    ...catalogue,
    name: "last-modified that is no date",
    host: 5,
    etag: undefined,
    lastModified: (version) => `edition ${version}, roughly`,
  },
  { ...catalogue, name: "both validators", host: 6, lastModified: (_version, changedAt) => changedAt.toUTCString() },
  { ...catalogue, name: "busy", host: 7, entryEveryHours: 0.2 },
  { ...catalogue, name: "silent", host: 8, entryEveryHours: 400 },
  { ...catalogue, name: "max-age", host: 9, askedSec: 2 * hours, headers: () => ({ "cache-control": "public, max-age=7200" }) },
  { ...catalogue, name: "expires", host: 10, askedSec: 3 * hours, headers: (at) => ({ expires: inSeconds(at, 3 * hours) }) },
  { ...catalogue, name: "ttl", host: 11, askedSec: 4 * hours, channel: "<ttl>240</ttl>" },
  {
    ...catalogue,
    name: "update period",
    host: 12,
    askedSec: 6 * hours,
    channel: "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
  },
  {
    ...catalogue,
    name: "skip hours",
    host: 13,
    channel: `<skipHours>${[0, 1, 2, 3, 4, 5].map((hour) => `<hour>${hour}</hour>`).join("")}</skipHours>`,
    isClosed: (at) => at.getUTCHours() < 6,
  },
  {
    ...catalogue,
    name: "skip days",
    host: 14,
    channel: "<skipDays><day>Saturday</day><day>Sunday</day></skipDays>",
    isClosed: (at) => at.getUTCDay() === 0 || at.getUTCDay() === 6,
  },
  // Three feeds of one host: the first one's 429 rests them all.
  { ...catalogue, name: "429 in seconds", host: 15, fault: (nth) => (everyTenth(nth) ? busy(429, "7200", 2 * hours) : null) },
  { ...catalogue, name: "beside the 429", host: 15 },
  { ...catalogue, name: "also beside the 429", host: 15 },
  {
    ...catalogue,
    name: "429 by date",
    host: 16,
    fault: (nth, _hours, _path, at) => (everyTenth(nth) ? busy(429, inSeconds(at, 5 * hours), 5 * hours) : null),
  },
  {
    ...catalogue,
    name: "429 for ten years",
    host: 17,
    fault: (nth, hour) => (nth > 1 && hour < 50 ? busy(429, "315360000", 7 * days) : null),
  },
  { ...catalogue, name: "429 without a time", host: 18, fault: (nth) => (everyTenth(nth) ? { status: 429 } : null) },
  {
    ...catalogue,
    name: "429 with garbage",
    host: 19,
    fault: (nth) => (everyTenth(nth) ? { status: 429, headers: { "retry-after": "-5" } } : null),
  },
  { ...catalogue, name: "503 in seconds", host: 20, fault: (nth) => (everyTenth(nth) ? busy(503, "10800", 3 * hours) : null) },
  { ...catalogue, name: "beside the 503", host: 20 },
  { ...catalogue, name: "500 for two days", host: 21, fault: (nth, hour) => (nth > 1 && hour > 24 && hour < 72 ? { status: 500 } : null) },
  {
    ...catalogue,
    name: "404 for three days",
    host: 22,
    fault: (nth, hour) => (nth > 1 && hour > 24 && hour < 96 ? { status: 404 } : null),
  },
  { ...catalogue, name: "gone after five days", host: 23, fault: (_nth, hour) => (hour >= 120 ? { status: 410, isGone: true } : null) },
  {
    ...catalogue,
    name: "moved for good",
    host: 24,
    fault: (_nth, _hour, path) => (path === "/feed" ? { status: 301, headers: { location: "/moved" } } : null),
  },
  {
    ...catalogue,
    name: "moved for now",
    host: 25,
    fault: (_nth, _hour, path) => (path === "/feed" ? { status: 302, headers: { location: "/elsewhere" } } : null),
  },
  { ...catalogue, name: "hangs twice", host: 26, fault: (nth) => (nth === 5 || nth === 20 ? "hang" : null) },
  { ...catalogue, name: "breaks off", host: 27, fault: (nth) => (nth % 7 === 0 ? "reset" : null) },
  {
    ...catalogue,
    name: "forbids us for a day",
    host: 28,
    fault: (nth, hour) => (nth > 1 && hour > 48 && hour < 72 ? { status: 403 } : null),
  },
  { ...catalogue, name: "a member's", host: 29, addedBy: "member", gapSec: hours },
  { ...catalogue, name: "a member's busy one", host: 30, addedBy: "member", gapSec: hours, entryEveryHours: 0.2 },
  { ...catalogue, name: "slow by contract", host: 31, minIntervalSec: 4 * hours, gapSec: 4 * hours },
  { ...catalogue, name: "quick by contract", host: 32, minIntervalSec: 60, maxIntervalSec: 600, gapSec: 60 },
  { ...catalogue, name: "wants cookies", host: 33, headers: () => ({ "set-cookie": "seen=1; Path=/" }) },
  { ...catalogue, name: "no validators", host: 34, etag: undefined },
];

function busy(status: number, retryAfter: string, restSec: number) {
  return { status, headers: { "retry-after": retryAfter }, restSec };
}
