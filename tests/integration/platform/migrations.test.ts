import { afterAll, expect, it } from "vitest";
import { migrate } from "@/lib/platform/migrations/migrate";
import { createTestDatabase } from "../../support/test-database";

const { db, url, close } = await createTestDatabase();
afterAll(close);

it("applies every migration once: a migrated database has nothing left to apply", async () => {
  expect(await migrate(url)).toEqual([]);
  const history = await db.$queryRaw<{ migration_name: string }[]>`SELECT migration_name FROM _prisma_migrations`;
  expect(history.map((row) => row.migration_name)).toContain("20261122000000_first");
});
