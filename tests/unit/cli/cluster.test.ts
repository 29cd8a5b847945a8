import { PassThrough, Readable } from "node:stream";
import { expect, it } from "vitest";
import { clusterCommand } from "@/lib/cli/commands/cluster";

async function cluster(lines: string[], args: string[] = []) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await clusterCommand(args, { stdin: Readable.from(lines.map((line) => `${line}\n`)), stdout, stderr });
  return { code, stdout: String(stdout.read() ?? ""), stderr: String(stderr.read() ?? "") };
}
const line = (id: string, title: string): string => JSON.stringify({ id, title, publishedAt: "2026-04-01T10:00:00Z" });

it("prints the story of every article", async () => {
  const { code, stdout } = await cluster([
    line("a", "Ferry sinks off Torsay"),
    line("b", "Ferry sinks near Torsay"),
    line("c", "Budget vote fails"),
  ]);
  const printed = stdout
    .trim()
    .split("\n")
    .map((each) => JSON.parse(each).storyId);
  expect(printed).toEqual(["a", "a", "c"]);
  expect(code).toBe(0);
});

it("names lines that it cannot read, goes on, and ends with 1", async () => {
  const { code, stdout, stderr } = await cluster(["{", JSON.stringify({ title: "no id" }), line("a", "Ferry sinks")]);
  expect(stderr).toMatch(/Line 1 .*no JSON[\s\S]*Line 2 /);
  expect(stdout).toContain('"id":"a"');
  expect(code).toBe(1);
});

it.each([[["--settle", "soon"]], [["--settle", "-1"]], [["--wait", "3"]]])("refuses %s", async (args) => {
  const { code, stderr } = await cluster([], args);
  expect(stderr).toContain("Usage");
  expect(code).toBe(2);
});
