import type { RawRequest } from "../../support/raw-request";

/** One way to ask for a page other than the plain one. */
export type Variant = { name: string; ask: (path: string) => RawRequest };

const withHeaders = (name: string, headers: Record<string, string>): Variant => ({ name, ask: (path) => ({ path, headers }) });
const withPath = (name: string, change: (path: string) => string, headers: Record<string, string> = {}): Variant => ({
  name,
  ask: (path) => ({ path: change(path), headers }),
});

export const plain: Variant = { name: "plain", ask: (path) => ({ path, headers: { "accept-encoding": "gzip, br" } }) };
const rsc = { rsc: "1" };
const addQuery = (path: string, query: string) => `${path}${path.includes("?") ? "&" : "?"}${query}`;
const memberPath = (path: string) => (path === "/" ? "/member" : `/member${path}`);

/** Segments that the router asks for one by one; the route's own are added by {@link segmentsOf}. */
const commonSegments = ["/_tree", "/_index", "/_head", "/_full", "/__PAGE__", "/children/__PAGE__"];

/** What the router itself sends: the page's data in place of its HTML, whole, as prefetch and by segment. */
const routerVariants: Variant[] = [
  withHeaders("rsc", rsc),
  withPath("rsc with query", (path) => addQuery(path, "_rsc=1a2b3"), rsc),
  withHeaders("prefetch", { ...rsc, "next-router-prefetch": "1" }),
  withHeaders("prefetch of loading state", { ...rsc, "next-router-prefetch": "2" }),
  withHeaders("partial tree", { ...rsc, "next-router-state-tree": encodeURIComponent('["",{"children":["__PAGE__",{}]},null,"refetch"]') }),
  withHeaders("hmr refresh", { ...rsc, "next-hmr-refresh": "1" }),
  ...commonSegments.map((segment) => segmentPrefetch(segment)),
];

/** Files that a static host would have written for the page. */
const suffixVariants: Variant[] = [
  withPath(".rsc", (path) => `${path === "/" ? "/index" : path}.rsc`),
  withPath(".txt", (path) => `${path === "/" ? "/index" : path}.txt`),
  withPath(".json", (path) => `${path === "/" ? "/index" : path}.json`),
  withPath(".html", (path) => `${path === "/" ? "/index" : path}.html`),
  withPath(".md", (path) => `${path === "/" ? "/index" : path}.md`),
  ...["_tree", "_index", "__PAGE__", "_full"].map((segment) =>
    withPath(`.segments/${segment}`, (path) => `${path === "/" ? "/index" : path}.segments/${segment}.segment.rsc`),
  ),
];

const deepSubrequest = (name: string) => Array.from({ length: 6 }, () => name).join(":");

/** Headers that only the inside of the server may set. */
const forgedVariants: Variant[] = [
  withHeaders("x-middleware-subrequest middleware", { "x-middleware-subrequest": deepSubrequest("middleware") }),
  withHeaders("x-middleware-subrequest src", { "x-middleware-subrequest": deepSubrequest("src/middleware") }),
  withHeaders("x-middleware-subrequest proxy", { "x-middleware-subrequest": deepSubrequest("proxy") }),
  withHeaders("x-nextjs-data", { "x-nextjs-data": "1" }),
  withHeaders("draft cookie", { cookie: "__prerender_bypass=0123456789abcdef; __next_preview_data=forged" }),
  withHeaders("x-prerender-revalidate", { "x-prerender-revalidate": "0123456789abcdef", "x-prerender-revalidate-if-generated": "1" }),
  withHeaders("x-forwarded-host", { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-port": "443" }),
  { name: "x-matched-path", ask: (path) => ({ path, headers: { "x-matched-path": memberPath(path) } }) },
  { name: "x-invoke-path", ask: (path) => ({ path, headers: { "x-invoke-path": memberPath(path), "x-invoke-output": memberPath(path) } }) },
  {
    name: "x-middleware-rewrite",
    ask: (path) => ({ path, headers: { "x-middleware-rewrite": memberPath(path), "x-middleware-invoke": "1" } }),
  },
  withHeaders("x-now-route-matches", { "x-now-route-matches": "1=front&nxtPslug=front", "x-nextjs-rewrite": "/member" }),
  { name: "next-resume", ask: (path) => ({ method: "POST", path, headers: { "next-resume": "1", "content-length": "0" } }) },
  withHeaders("next-resume GET", { "next-resume": "1", "x-next-resume-state-length": "0" }),
  {
    name: "unknown action",
    ask: (path) => ({ method: "POST", path, headers: { "next-action": "00".repeat(21), "content-type": "text/plain" }, body: "[]" }),
  },
];

/** Who asks, and for what kind of copy. */
const askerVariants: Variant[] = [
  withHeaders("json", { accept: "application/json" }),
  withHeaders("markdown", { accept: "text/markdown" }),
  withHeaders("range", { range: "bytes=0-65535" }),
  { name: "head", ask: (path) => ({ method: "HEAD", path }) },
  { name: "options", ask: (path) => ({ method: "OPTIONS", path }) },
  withHeaders("googlebot", {
    "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    referer: "https://www.google.com/",
  }),
  withHeaders("social card bot", { "user-agent": "facebookexternalhit/1.1" }),
  withPath("amp", (path) => addQuery(path, "amp=1&print=1&preview=1&full=true")),
];

/** Other spellings of the address. */
const spellingVariants: Variant[] = [
  withPath("upper case", (path) => path.toUpperCase()),
  withPath("encoded", encodeLetters),
  withPath("encoded rsc", encodeLetters, rsc),
  withPath("double slash", (path) => `/${path}`),
  withPath("inner double slash", (path) => path.replace(/(?<=.)\//g, "//")),
  withPath("trailing slash", (path) => `${path}/`),
  withPath("dot segments", (path) => `/x/..${path}`),
  withPath("back slash", (path) => path.replace(/(?<=.)\//g, "\\")),
];

/** The members' own address, which nobody is meant to know. */
const memberVariants: Variant[] = [
  withPath("member address", memberPath),
  withPath("member address rsc", memberPath, rsc),
  withPath("member address .rsc", (path) => `${memberPath(path)}.rsc`),
  withPath("member address encoded", (path) => encodeLetters(memberPath(path))),
  withPath("member address double slash", (path) => `/${memberPath(path)}`),
  { name: "member address head", ask: (path) => ({ method: "HEAD", path: memberPath(path) }) },
  {
    name: "member address segment",
    ask: (path) => ({
      path: memberPath(path),
      headers: { ...rsc, "next-router-prefetch": "1", "next-router-segment-prefetch": "/__PAGE__" },
    }),
  },
];

/** Every variant for the pages that matter most. */
export const allVariants: Variant[] = [
  plain,
  ...routerVariants,
  ...suffixVariants,
  ...forgedVariants,
  ...askerVariants,
  ...spellingVariants,
  ...memberVariants,
];

/** The short list, for pages that only lead to others. */
export const fewVariants: Variant[] = [plain, withHeaders("rsc", rsc), withPath("member address", memberPath)];

/** Prefetches of each segment on the way to a page, in the router's own spelling: `/article/$d$slug/__PAGE__`. */
export function segmentsOf(route: string): Variant[] {
  const parts = route.split("/").filter(Boolean);
  const spelled = parts.map((part) => part.replace(/^\[(.+)\]$/, "$d$$$1"));
  const paths = spelled.map((_part, index) => `/${spelled.slice(0, index + 1).join("/")}`);
  const groups = ["", "/!KHJlYWRlcik", "/!KHJlYWRlcik/!KHZpc2l0b3Ip", "/!KHJlYWRlcik/!KG1lbWJlcik"];
  const leaf = paths.at(-1) ?? "";
  return [...paths, ...groups.map((group) => `${group}${leaf}/__PAGE__`)].map((segment) => segmentPrefetch(segment));
}

function segmentPrefetch(segment: string): Variant {
  return withHeaders(`segment ${segment}`, { ...rsc, "next-router-prefetch": "1", "next-router-segment-prefetch": segment });
}

function encodeLetters(path: string): string {
  return path.replace(/[a-z]/g, (letter, index: number) => (index % 2 === 0 ? letter : `%${letter.charCodeAt(0).toString(16)}`));
}
