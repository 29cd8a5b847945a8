import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** The bare pages: kept ones are prerendered, fresh ones made per request. */
export const bareNames = ["kept/front", "kept/article", "fresh/front", "fresh/article"] as const;
export type BareName = (typeof bareNames)[number];

const config = (root: string) => `export default {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  turbopack: { root: ${JSON.stringify(root)} },
};
`;

const layout = `export const metadata = { title: "Bare" };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`;

const content = `import { readFileSync } from "node:fs";
import path from "node:path";

const known = new Map();

export function contentOf(name) {
  if (!known.has(name)) known.set(name, readFileSync(path.join(process.cwd(), "content", name.replace("/", "-") + ".html"), "utf8"));
  return known.get(name);
}
`;

// One element with one string is the least that Next can be asked to render: React neither builds nor writes a tree.
const page = (name: BareName) => `import { contentOf } from "../../content.js";

export const dynamic = "${name.startsWith("kept") ? "force-static" : "force-dynamic"}";

export default function Page() {
  return <main dangerouslySetInnerHTML={{ __html: contentOf("${name}") }} />;
}
`;

/**
 * Writes the bare app: a layout without style and four pages of one element each. It has no packages of its own: they
 * are found upward, in the project's.
 */
export async function writeBareApp(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const files: Record<string, string> = {
    "package.json": '{ "name": "bare", "private": true, "type": "module" }\n',
    "next.config.mjs": config(process.cwd()),
    "app/layout.jsx": layout,
    "app/content.js": content,
    ...Object.fromEntries(bareNames.map((name) => [`app/${name}/page.jsx`, page(name)])),
  };
  for (const [name, text] of Object.entries(files)) await write(path.join(folder, name), text);
}

/** Writes what the pages show. */
export async function writeContent(folder: string, contents: Record<BareName, string>): Promise<void> {
  for (const name of bareNames) await write(path.join(folder, "content", `${name.replace("/", "-")}.html`), contents[name]);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
