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
