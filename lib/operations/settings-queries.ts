import "server-only";
import type { Staff } from "@/lib/accounts/guards";
import { readInstall } from "./settings-gateway";
import type { SettingsView } from "./settings-types";
import { findServerVersion } from "./version-store";

/** How this install is set and what it runs on; null for anyone who does not run the paper. */
export async function readSettings(staff: Staff): Promise<SettingsView | null> {
  if (staff.viewer.role !== "admin") return null;
  const [install, server] = await Promise.all([readInstall(), findServerVersion()]);
  return { ...install, versions: [...install.versions, { name: "Postgres", version: server }] };
}
