import type { NextConfig } from "next";
import { sessionCookieName } from "./lib/accounts/session-cookie";

/** Addresses that both lanes answer: one pattern, because every rule is tried on every request. */
const readerPaths = ":room(article|section|publisher|author|titles|story|top|topic|topics|picks)/:rest((?!feed[.])[^/]+)*";

const sessionCookies = [sessionCookieName(true), sessionCookieName(false)];

/** The one place where the lane is chosen: a session cookie leads to the page made per request, none to the kept one. */
const memberLane = sessionCookies.flatMap((key) => {
  const has: [{ type: "cookie"; key: string }] = [{ type: "cookie", key }];
  return [
    { source: "/", has, destination: "/member/front/world" },
    { source: `/${readerPaths}`, has, destination: "/member/:room/:rest*" },
  ];
});
const visitorLane = [
  { source: "/", destination: "/front/world" },
  { source: "/titles", destination: "/front/world/titles" },
  { source: "/topics", destination: "/front/world/topics" },
  { source: "/top", destination: "/top/all" },
];

// Next's own inline scripts carry a page's data and differ with each page, so they need 'unsafe-inline'; documents that we
// print ourselves narrow it to the hashes of ours (`_parts/print-document.tsx`).
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // Hashing a whole kept page for each visitor costs more than the few answers it would spare: the pages change by the minute.
  generateEtags: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // Titles and tags stand in the head of every answer, for readers without script too, instead of being streamed after it.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // `npm test` checks the types of everything; a start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg-boss", "sharp", "@node-rs/argon2", "pino"],
  // Kept pages live in memory: an unknown address must not be able to fill the disk.
  cacheMaxMemorySize: 128 * 1024 * 1024,
  experimental: { isrFlushToDisk: false },
  rewrites: async () => ({ beforeFiles: [...memberLane, ...visitorLane], afterFiles: [], fallback: [] }),
  redirects: async () => [
    { source: "/member", destination: "/", permanent: false },
    { source: "/member/:path*", destination: "/:path*", permanent: false },
    { source: "/front/:path*", destination: "/", permanent: false },
  ],
  headers: async () => [
    // What stands here wins over a route's own: pictures carry a stricter policy, so they are left out.
    { source: "/((?!media/).*)", headers: securityHeaders },
  ],
};

export default config;
