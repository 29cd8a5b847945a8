/** A setting as the office sees it. `value`: null where nothing is set; of a secret it is never said, only whether there is one. */
export type SettingLine = { name: string; value: string | null; isSecret: boolean; source: "given" | "start" | "default" };

/** What runs, on what, and how it is set. */
export type SettingsView = {
  settings: SettingLine[];
  /** Programs and their versions, in the order of a reader's interest. */
  versions: { name: string; version: string }[];
  /** The migrations that this build brings: how many, and the newest. */
  migrations: { count: number; newest: string };
  /** Whether the database is our own, in the data folder, or a server of the operator's. */
  database: "embedded" | "server";
  /** Where pictures lie. */
  pictures: "disk" | "s3";
};
