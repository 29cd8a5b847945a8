// Run after every change of dependencies: node lib/cli/bootstrap/complete-lockfile.mjs
// npm leaves optional packages of other platforms out of the lockfile where its registry does not carry them. `npm ci`
// then refuses the lockfile, and people on those platforms would miss their binaries. The names say all that npm needs.
import { readFileSync, writeFileSync } from "node:fs";

const file = "package-lock.json";
const systems = { android: "android", darwin: "darwin", freebsd: "freebsd", linux: "linux", openharmony: "openharmony", win32: "win32" };
const processors = ["arm64", "x64", "arm", "ia32", "ppc64", "riscv64", "s390x", "wasm32", "loong64"];
const libraries = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

const lock = JSON.parse(readFileSync(file, "utf8"));
const added = listMissing(lock.packages);
for (const { path, entry } of added) lock.packages[path] = entry;
if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
process.stdout.write(`${added.length} platform packages added to ${file}.\n`);
for (const { path } of added) process.stdout.write(`  ${path.replace("node_modules/", "")}\n`);

function listMissing(packages) {
  return Object.entries(packages).flatMap(([parentPath, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !resolve(packages, parentPath, name))
      .map(([name, version]) => ({ path: `node_modules/${name}`, entry: toEntry(name, version, parent) })),
  );
}

/** Node's own look-up: from the package's folder upwards. */
function resolve(packages, parentPath, name) {
  for (let folder = parentPath; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

function toEntry(name, version, parent) {
  if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) throw new Error(`${name} is wanted as ${version}: only an exact version can be added.`);
  const words = name.split("/").at(-1).split("-");
  const pick = (choices) => words.map((word) => choices[word]).find(Boolean);
  const os = pick(systems);
  const cpu = words.find((word) => processors.includes(word));
  const libc = os === "linux" ? pick(libraries) : undefined;
  if (!os && !cpu) throw new Error(`${name} names no platform, so it must not be missing: run npm install with a fuller registry.`);
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...((parent.dev || parent.devOptional) && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}
