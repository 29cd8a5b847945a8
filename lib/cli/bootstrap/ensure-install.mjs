// Runs before every npm script, on whatever Node the machine has, with nothing installed: plain JavaScript, no imports from npm.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { drawIcons } from "./draw-icons.mjs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 9)) fail(`Broadsheet needs Node 20.9 or later; this is ${process.versions.node}.`);

step("node_modules/.broadsheet-stamp", hashFiles(["package.json", "package-lock.json"]), "Installing packages", () => {
  const npm = process.env.npm_execpath;
  const options = { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8", maxBuffer: 1 << 26 };
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  if (npm) execFileSync(process.execPath, [npm, ...args], options);
  else execFileSync("npm", args, options);
});

step("prisma/generated/.stamp", hashFiles(["prisma/schema", "package-lock.json"]), "Generating the database client", () => {
  const pinned = "node_modules/.bin/node";
  const node = existsSync(pinned) ? path.resolve(pinned) : process.execPath;
  // The engine binary is never used (docs/decisions/001-migrations.md); naming one keeps Prisma from downloading it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  execFileSync(node, ["node_modules/prisma/build/index.js", "generate", "--config", "prisma/prisma.config.ts"], {
    env,
    stdio: "pipe",
    encoding: "utf8",
  });
});

step("public/.icons-stamp", hashFiles(["lib/cli/bootstrap/draw-icons.mjs", "package-lock.json"]), "Drawing icons", drawIcons);

/** Runs `work` unless the stamp file already holds this state. */
function step(stampFile, state, words, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === state) return;
  // On stderr, so that a command whose output is JSON keeps it clean.
  process.stderr.write(`${words} …\n`);
  try {
    work();
    mkdirSync(path.dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, state);
  } catch (fault) {
    fail(`${words} failed. ${explain(fault)}`);
  }
}

function hashFiles(names) {
  const hash = createHash("sha256");
  for (const name of names.flatMap(expand)) hash.update(name).update(readFileSync(name));
  return hash.digest("hex");
}

function expand(name) {
  if (!existsSync(name)) return [];
  return path.extname(name)
    ? [name]
    : readdirSync(name)
        .sort()
        .map((child) => path.join(name, child));
}

function explain(fault) {
  const words = `${fault.stderr ?? ""}${fault.stdout ?? ""}` || String(fault.message);
  if (/ENOSPC|no space left/i.test(words)) return "The disk is full: free some space and run the command again.";
  return words.trim().split("\n").slice(-12).join("\n");
}

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
