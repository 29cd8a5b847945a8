import type { Command } from "./commands/command";
import { helpCommand, overview } from "./commands/help";

const commands: Command[] = [
  {
    name: "parse",
    usage: "FILE|- [--url URL] [--content-type TYPE]",
    summary: "Print what a feed holds, as JSON",
    details: ["Reads a file, or the standard input for -. Exits with 2 and a JSON error when it is no feed."],
    load: async () => (await import("./commands/parse")).parseCommand,
  },
  {
    name: "discover",
    usage: "URL|FILE|- [--url URL]",
    summary: "Find the feeds of a site or page, as JSON",
    details: ["An address is fetched, and each feed with it; of a file, or the standard input for -, it says what the page names."],
    load: async () => (await import("./commands/discover")).discoverCommand,
  },
  {
    name: "extract",
    usage: "FILE|- --url URL",
    summary: "Print what an article's page holds, as JSON",
    details: [
      "Reads a file, or the standard input for -; --url is the page's own address. Exits with 2 and a JSON error when it is no page.",
    ],
    load: async () => (await import("./commands/extract")).extractCommand,
  },
  {
    name: "cluster",
    usage: "[--settle MINUTES]",
    summary: "Say which articles tell the same story, as JSON lines",
    details: [
      'Reads lines {"id","publishedAt","title","text"?,"language"?,"publisher"?} from the standard input and prints a line',
      '{"id","storyId","score","duplicateOf"?} for each while they stream. A story has the id of its first article; score is',
      "the likeness to the story it joined or came nearest to, 0 to 1; duplicateOf names the article whose text it repeats.",
      "--settle: so many minutes of the stream's own time (10; 0 for at once) articles are put in order of their dates, and",
      "as long again stories may still merge before they are printed. Exits with 1 when lines could not be read.",
    ],
    load: async () => (await import("./commands/cluster")).clusterCommand,
  },
  {
    name: "rank",
    usage: "< impressions.ndjson",
    summary: "Score articles for readers by what they read, as JSON lines",
    details: [
      'Reads lines {"history":[{"title","section"?,"publisher"?,"at"}],"candidates":[{"id","title","section"?,"publisher"?,',
      '"publishedAt","popularity"?}],"now"} from the standard input and prints a line {"line","scores":[{"id","score","rank",',
      '"terms"}]} for each, candidates in the order given: whole points, the terms sum to the score; rank is the place, from 1,',
      "on a page made of them, on which no publisher or section crowds out the others.",
      "Instants are ISO dates or epoch milliseconds. What is missing is done without: histories are taken as oldest first,",
      "candidates as published when they first appear, and without titles popularity and freshness decide. popularity may be",
      "a count of clicks or any rate. The lines are best in the order of time: each teaches how popular its candidates are.",
      "Exits with 1 when lines could not be read; each is named on standard error.",
    ],
    load: async () => (await import("./commands/rank")).rankCommand,
  },
  {
    name: "ingest",
    usage: "URL",
    summary: "Run one feed through the whole pipeline and print counts",
    details: ["Fetches the feed and stores its articles in the database that DATABASE_URL names."],
    load: async () => (await import("./commands/ingest")).ingestCommand,
  },
  {
    name: "feeds",
    usage: "[--failing] [--json]",
    summary: "Say how each feed is, worst first",
    details: [
      "State, publisher, address, last success, articles a day, and the last error in words, from the database that DATABASE_URL names.",
      "--failing leaves out what is healthy or new; --json prints each feed's whole record, one a line.",
    ],
    load: async () => (await import("./commands/feeds")).feedsCommand,
  },
  {
    name: "audit",
    usage: "verify [--head SEQ:HASH] | list [--after SEQ]",
    summary: "Check the log of the desk's and the office's acts, or print it",
    details: ["A row that was changed, is missing or does not follow is named; exits with 1 then. --head finds rows cut off the end."],
    load: async () => (await import("./commands/audit")).auditCommand,
  },
  {
    name: "article",
    usage: "withdraw|embargo|wall SLUG …",
    summary: "Withdraw an article, hold it back, or change its wall",
    details: [
      "withdraw SLUG: its text, opening and pictures are deleted at once and never come back; its address says so.",
      "embargo SLUG UNTIL|none: before that instant only staff and its own title see it.",
      "wall SLUG open|registered|metered|lead_in|paid|title: its own policy, or its title's again.",
      "In the database that DATABASE_URL names.",
    ],
    load: async () => (await import("./commands/article")).articleCommand,
  },
  {
    name: "stories",
    usage: "rebuild|hold|free|apart …",
    summary: "Cluster history anew, or take an editor's word",
    details: [
      "rebuild --since DATE [--language LANGUAGE]: clusters every article since then beside what readers see, then switches at once.",
      "hold ARTICLE STORY: the article belongs to the story, whatever is found later; free ARTICLE takes it back.",
      "apart STORY STORY: the two are not one event.",
      "Slugs are the last parts of addresses. In the database that DATABASE_URL names.",
    ],
    load: async () => (await import("./commands/stories")).storiesCommand,
  },
  {
    name: "payouts",
    usage: "close|statement|check …",
    summary: "Close a month, print a title's statement, check the books",
    details: [
      "close --month 2026-10 [--dry-run]: divides what members paid among the titles that they read, once; --dry-run keeps nothing.",
      "statement --publisher SLUG --month 2026-10 [--csv]: what a title earned, article by article.",
      "check: holds the books against themselves, the receipts and the statements; exits with 1 when they are wrong.",
      "In the database that DATABASE_URL names; close wants its AUTH_SECRET.",
    ],
    load: async () => (await import("./commands/payouts")).payoutsCommand,
  },
  {
    name: "staff",
    usage: "list | appoint --email ADDRESS --role ROLE …",
    summary: "Appoint an admin, an editor or a title's own, or list them",
    details: [
      "appoint --email ADDRESS --role reader|editor|admin: how an install gets its first admin; reader takes a role away.",
      "appoint --email ADDRESS --role publisher --title SLUG: someone who works for a title.",
      "The account must exist with a confirmed address; editors and admins then set up a second factor, or count as readers.",
      "In the database that DATABASE_URL names.",
    ],
    load: async () => (await import("./commands/staff")).staffCommand,
  },
  {
    name: "migrate",
    usage: "[new NAME]",
    summary: "Apply the migrations, or write the next one",
    details: [
      "Without arguments: applies what the database that DATABASE_URL names has not seen.",
      "new NAME: writes prisma/migrations/<time>_NAME from what changed in prisma/schema since the newest migration.",
    ],
    load: async () => (await import("./commands/migrate")).migrateCommand,
  },
  {
    name: "help",
    usage: "[COMMAND]",
    summary: "Say what there is",
    details: [],
    load: async () => (args, io) => helpCommand(commands, args, io),
  },
];

process.exitCode = await main(process.argv.slice(2));

async function main([name = "help", ...args]: string[]): Promise<number> {
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    process.stderr.write(`broadsheet has no command "${name}".\n\n${overview(commands)}`);
    return 2;
  }
  const run = await command.load();
  return run(args, process);
}
