import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";

// The least a Node process can do for a page: ready bytes, compressed once, on the path's own name.
const [folder = ".", port = "0"] = process.argv.slice(2);
const names = ["front", "article"];
const pages = new Map(names.map((name) => [`/${name}`, gzipSync(readFileSync(path.join(folder, `${name}.html`)))]));

const server = http.createServer((request, response) => {
  const page = pages.get(request.url ?? "");
  if (!page) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip", "content-length": page.length });
  response.end(page);
});
server.listen(Number(port));
