/**
 * House import rules, one sentence each: docs/decisions and CONTRIBUTING.md say why.
 * Run by `npm test -- imports`; proven to bite by tests/architecture/import-rules.test.ts.
 * dependency-cruiser refuses regexes it deems unsafe, so: no nested groups, lists instead of long alternations.
 */

const IMPURE = "^lib/.*[/-](store|gateway|queries|commands|guards|thread)[.]ts$";
const SESSION_BOUND = ["^lib/.*[/-](queries|commands|guards)[.]ts$", "node_modules/server-only/"];
const SERVER = ["^lib/platform/", "^lib/jobs/", "^lib/cli/", IMPURE];
const RUNTIMES = ["node_modules/next/", "node_modules/react/", "node_modules/@prisma/", "node_modules/server-only/", "node_modules/pg/"];

/** Packages that dial by themselves, whether we have them or a dependency brought them. */
const HTTP_CLIENTS = [
  "undici",
  "axios",
  "got",
  "ky",
  "node-fetch",
  "cross-fetch",
  "superagent",
  "follow-redirects",
  "ws",
  "eventsource",
].map((name) => `node_modules/${name}/`);

// What leaves the house may be made of everything in it.
const OUTGOING = [
  "accounts",
  "audit",
  "articles",
  "billing",
  "editorial",
  "entitlements",
  "feeds",
  "operations",
  "partners",
  "payouts",
  "ranking",
  "reading",
  "search",
  "stories",
  "topics",
];

/**
 * Which domains a domain may import; anything absent is forbidden. Accounts stand below every domain with
 * commands, because a command starts with a guard.
 */
const DOMAIN_MAY_IMPORT = {
  audit: [],
  entitlements: [],
  accounts: ["audit", "entitlements"],
  billing: ["accounts", "audit", "entitlements"],
  feeds: ["accounts", "audit"],
  articles: ["accounts", "audit", "entitlements", "feeds"],
  stories: ["accounts", "audit", "articles", "entitlements", "feeds"],
  topics: ["accounts", "audit", "articles", "entitlements", "feeds", "stories"],
  reading: ["accounts", "audit", "articles", "entitlements", "feeds", "stories", "topics"],
  ranking: ["accounts", "audit", "articles", "editorial", "entitlements", "feeds", "reading", "stories", "topics"],
  search: ["accounts", "audit", "articles", "entitlements", "feeds", "stories"],
  editorial: ["accounts", "audit", "articles", "entitlements", "feeds", "stories", "topics"],
  payouts: ["accounts", "audit", "articles", "entitlements", "feeds", "stories"],
  // What a title sees of itself.
  partners: ["accounts", "audit", "articles", "entitlements", "feeds", "payouts", "stories"],
  // What whoever runs the paper sees of its machinery: jobs and settings.
  operations: ["accounts", "audit"],
  newsletters: OUTGOING,
  syndication: OUTGOING,
};
const DOMAINS = Object.keys(DOMAIN_MAY_IMPORT);
const any = (names) => `(${names.join("|")})`;
const forbid = (name, from, to, comment) => ({ name, severity: "error", from, to, ...(comment && { comment }) });

const rooms = [
  forbid("no-cycles", { pathNot: "^prisma/generated/" }, { circular: true }),
  forbid("no-unresolved-imports", { path: "^(app|components|lib|prisma)/" }, { couldNotResolve: true }),
  forbid("no-unknown-rooms", { path: "^lib/", pathNot: `^lib/${any([...DOMAINS, "core", "platform", "jobs", "cli"])}/` }, {}),
  forbid("no-loose-files-in-lib", {}, { path: "^lib/[^/]+[.]ts$" }),
  forbid("core-imports-only-core", { path: "^lib/core/" }, { path: "^(app|components|lib|prisma|tests)/", pathNot: "^lib/core/" }),
  forbid("core-knows-no-runtime", { path: "^lib/core/" }, { path: RUNTIMES }),
  forbid("platform-below-domains", { path: "^lib/platform/" }, { path: "^(app|components|lib)/", pathNot: "^lib/(core|platform)/" }),
  forbid("lib-never-imports-ui", { path: "^(lib|prisma)/" }, { path: "^(app|components)/" }),
  forbid("nothing-imports-tests", { path: "^(app|components|lib|prisma)/" }, { path: "^tests/" }),
  forbid("nothing-imports-jobs", { path: "^(app|components|lib|prisma)/", pathNot: "^lib/(jobs|cli)/" }, { path: "^lib/jobs/" }),
  forbid("nothing-imports-cli", { path: "^(app|components|lib|prisma)/", pathNot: "^lib/cli/" }, { path: "^lib/cli/" }),
  forbid(
    "sample-data-is-for-start-and-tests",
    { path: "^(app|components|lib)/", pathNot: "^lib/(cli|jobs)/" },
    { path: "^prisma/(newsroom|catalogue)/" },
  ),
];

const domains = DOMAINS.map((domain) =>
  forbid(
    `domain-${domain}-reach`,
    { path: `^lib/${domain}/` },
    { path: `^lib/${any(DOMAINS)}/`, pathNot: `^lib/${any([domain, ...DOMAIN_MAY_IMPORT[domain]])}/` },
  ),
);

const roles = [
  forbid("domain-internal-is-private", { path: "^lib/([^/]+)/" }, { path: "^lib/[^/]+/internal/", pathNot: "^lib/$1/internal/" }),
  forbid("internal-is-private-to-ui", { path: "^(app|components)/" }, { path: "^lib/[^/]+/internal/" }),
  forbid("pure-files-stay-pure", { path: `^lib/${any(DOMAINS)}/`, pathNot: IMPURE }, { path: [...SERVER, ...RUNTIMES] }),
  forbid("pure-files-need-no-machine", { path: `^lib/${any(DOMAINS)}/`, pathNot: IMPURE }, { dependencyTypes: ["core"] }),
  forbid(
    "only-stores-touch-the-database",
    // better-auth keeps its own tables, so its gateway is handed the client.
    {
      path: "^(app|components|lib)/",
      pathNot: ["^lib/platform/", "^lib/jobs/", "^lib/cli/", "^lib/.*[/-]store[.]ts$", "^lib/accounts/auth-gateway[.]ts$"],
    },
    { path: ["^lib/platform/db", "^prisma/generated", "node_modules/@prisma/", "node_modules/pg/"] },
  ),
  forbid(
    "worker-skips-session-guards",
    { path: "^lib/(jobs|cli)/" },
    { path: SESSION_BOUND, reachable: true },
    "queries, commands and guards are bound to a request and import server-only, which throws outside Next",
  ),
  forbid(
    "only-the-guarded-fetcher-dials-out",
    {
      path: "^(app|components|lib|prisma)/",
      pathNot: [
        "^lib/platform/http/",
        // Our own web, at its loopback address or the one that the start command handed over.
        "^lib/platform/(own-web|revalidate)[.]ts$",
        // Our own web, told by the sandbox.
        "^lib/platform/payments/post-hook[.]ts$",
        // The operator's own picture store, which may well be private.
        "^lib/platform/media/s3-gateway[.]ts$",
        // The bundled newsroom is a server; it asks nobody.
        "^prisma/newsroom/(server|send-answer)[.]ts$",
      ],
    },
    { path: ["^(node:)?https?$", "^(node:)?http2$", ...HTTP_CLIENTS] },
  ),
  forbid(
    "only-the-guarded-fetcher-opens-sockets",
    // The port probe listens on this machine and dials nobody.
    { path: "^(app|components|lib|prisma)/", pathNot: ["^lib/platform/http/", "^lib/platform/free-port[.]ts$"] },
    { path: ["^(node:)?(net|tls|dgram|dns)$", "^(node:)?dns/promises$"] },
  ),
  forbid(
    "only-mail-speaks-to-the-mail-server",
    { path: "^(app|components|lib|prisma)/", pathNot: "^lib/platform/mail/" },
    { path: "node_modules/nodemailer/" },
  ),
  forbid(
    "only-payments-speaks-to-stripe",
    { path: "^(app|components|lib|prisma)/", pathNot: "^lib/platform/payments/" },
    { path: "node_modules/stripe/" },
    "its library dials by itself",
  ),
];

const pages = [
  forbid("app-goes-through-queries-and-commands", { path: "^app/" }, { path: ["^lib/platform/", "^lib/.*[/-](store|gateway)[.]ts$"] }),
  forbid("components-take-props", { path: "^components/" }, { path: ["^app/", ...SERVER] }),
  forbid("client-never-reaches-server", { path: ["[.]client[.]tsx$", "^app/.*error[.]tsx$"] }, { path: SERVER, reachable: true }),
  forbid("client-files-live-in-components", { path: "^app/.*[.]client[.]tsx$" }, {}),
];

module.exports = {
  forbidden: [...rooms, ...domains, ...roles, ...pages],
  required: [
    {
      name: "commands-are-guarded",
      severity: "error",
      module: { path: "^lib/.*[/-]commands[.]ts$" },
      to: { path: "^lib/accounts/guards[.]ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^([.]next|[.]data|node_modules/[.]cache)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};
