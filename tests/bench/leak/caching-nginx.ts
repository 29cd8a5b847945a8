import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findFreePort } from "@/lib/platform/free-port";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import { sendRaw } from "../../support/raw-request";

export type CachingProxy = { origin: string; cacheDir: string; stop: () => Promise<void> };

const program = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx", "/usr/bin/nginx"].find(existsSync);

/**
 * An nginx before the product that keeps whatever it is allowed to, by address alone: it knows nothing of sessions, as
 * a cache that nobody set up with care.
 *
 * @returns null where this machine has no nginx
 */
export async function startCachingNginx(target: string): Promise<CachingProxy | null> {
  if (!program) return null;
  const folder = await makeTempFolder("broadsheet-nginx-");
  const cacheDir = path.join(folder, "cache");
  await mkdir(cacheDir);
  const port = await findFreePort();
  const file = path.join(folder, "nginx.conf");
  await writeFile(file, configuration({ folder, cacheDir, port, target }));
  const child = spawn(program, ["-c", file, "-p", folder, "-g", "daemon off;"], { stdio: "ignore" });
  const origin = `http://localhost:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    await delay(300);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  for (let attempt = 0; attempt < 50; attempt++) {
    const isUp = await sendRaw(origin, { path: "/api/health" }).then(
      () => true,
      () => false,
    );
    if (isUp) return { origin, cacheDir, stop };
    await delay(100);
  }
  await stop();
  throw new Error("nginx did not answer within 5 s.");
}

const configuration = ({ folder, cacheDir, port, target }: { folder: string; cacheDir: string; port: number; target: string }): string => `
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
user root;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${cacheDir} levels=1:2 keys_zone=paper:10m max_size=200m;
  server {
    listen 127.0.0.1:${port};
    listen [::1]:${port};
    location / {
      proxy_pass ${target.replace("localhost", "127.0.0.1")};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_cache paper;
      proxy_cache_key $request_method$uri$is_args$args;
      add_header X-Kept $upstream_cache_status always;
    }
  }
}
`;
