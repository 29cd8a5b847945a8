import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

/** Builds a small house of its own from paths and texts, with our packages and path aliases. @returns its folder */
export async function plantHouse(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "broadsheet-house-"));
  await symlink(path.resolve("node_modules"), path.join(folder, "node_modules"));
  const tsconfig = { compilerOptions: { module: "esnext", moduleResolution: "bundler", jsx: "react-jsx", paths: { "@/*": ["./*"] } } };
  const all = { "tsconfig.json": JSON.stringify(tsconfig), ...files };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}
