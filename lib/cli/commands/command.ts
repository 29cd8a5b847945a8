import type { Readable, Writable } from "node:stream";

/** The streams a command reads and writes; a test gives its own. */
export type CommandIo = { stdin: Readable; stdout: Writable; stderr: Writable };

/** One command of `broadsheet`; its file is loaded only when it is asked for. */
export type Command = {
  name: string;
  /** What comes after the name. */
  usage: string;
  summary: string;
  /** Further lines for `broadsheet help NAME`. */
  details: string[];
  /** @returns what runs it: arguments and streams in, exit code out (0 done, 1 failed, 2 asked wrongly or refused) */
  load: () => Promise<(args: string[], io: CommandIo) => Promise<number>>;
};
