import { PassThrough, Readable } from "node:stream";
import { expect, it } from "vitest";
import type { Command } from "@/lib/cli/commands/command";
import { helpCommand } from "@/lib/cli/commands/help";
import { migrateCommand } from "@/lib/cli/commands/migrate";

const parse: Command = { name: "parse", usage: "FILE", summary: "Print a feed", details: ["Reads a file."], load: () => Promise.reject() };

it("lists every command", async () => {
  const { io, stdout } = streams();
  expect(await helpCommand([parse], [], io)).toBe(0);
  expect(stdout()).toContain("parse FILE");
});

it("tells all about one command", async () => {
  const { io, stdout } = streams();
  expect(await helpCommand([parse], ["parse"], io)).toBe(0);
  expect(stdout()).toContain("Reads a file.");
});

it("refuses the name of a command that there is not, and says what there is", async () => {
  const { io, stderr } = streams();
  expect(await helpCommand([parse], ["parze"], io)).toBe(2);
  expect(stderr()).toContain("parse FILE");
});

it.each([["new"], ["new", "Bad_Name"], ["new", "../up"], ["new", "a", "b"], ["down"]])("writes no migration for %s %s", async (...args) => {
  const { io, stderr } = streams();
  expect(await migrateCommand(args, io)).toBe(2);
  expect(stderr()).toContain("Usage");
});

function streams() {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const textOf = (stream: PassThrough) => () => String(stream.read() ?? "");
  return { io: { stdin: Readable.from([]), stdout, stderr }, stdout: textOf(stdout), stderr: textOf(stderr) };
}
