import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { bodyKey } from "@/lib/articles/body-proof";
import { migrate } from "@/lib/platform/migrations/migrate";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import { keepBodyKey } from "@/lib/platform/postgres/web-role";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import { testSecret } from "./test-secret";

declare module "vitest" {
  export interface ProvidedContext {
    /** Server address with `{database}` where the name goes. */
    postgresUrl: string;
  }
}

/** Starts one throw-away Postgres for the run and migrates the template that each test file's database is cloned from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await makeTempFolder("broadsheet-test-");
  const server = await startEmbeddedPostgres({ dataDir, database: "template_broadsheet", volatile: true });
  await migrate(server.url);
  await keepBodyKey(server.url, bodyKey(testSecret));
  project.provide("postgresUrl", server.urlOf("{database}"));
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
