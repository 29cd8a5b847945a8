import type { Command, CommandIo } from "./command";

/** `broadsheet help [NAME]`: what there is, or all about one command. @returns 2 when there is no such command */
export async function helpCommand(commands: Command[], [name]: string[], io: CommandIo): Promise<number> {
  const command = commands.find((candidate) => candidate.name === name);
  if (name && !command) {
    io.stderr.write(`broadsheet has no command "${name}".\n\n${overview(commands)}`);
    return 2;
  }
  io.stdout.write(command ? page(command) : overview(commands));
  return 0;
}

/** One line a command. */
export function overview(commands: Command[]): string {
  const lines = commands.map((command) => `  ${`${command.name} ${command.usage}`.trim().padEnd(47)}${command.summary}`);
  return ["Usage: npm run -s broadsheet -- COMMAND", "", ...lines, ""].join("\n");
}

function page({ name, usage, summary, details }: Command): string {
  return [`Usage: npm run -s broadsheet -- ${name} ${usage}`.trim(), "", `${summary}.`, ...details, ""].join("\n");
}
