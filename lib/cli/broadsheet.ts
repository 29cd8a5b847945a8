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
    name: "ingest",
    usage: "URL",
    summary: "Run one feed through the whole pipeline and print counts",
    details: ["Fetches the feed and stores its articles in the database that DATABASE_URL names."],
    load: async () => (await import("./commands/ingest")).ingestCommand,
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
