import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { History, Snapshot } from "./types";

const Totals = z.object({
  snapshots_with_items_unchanged: z.number(),
  distinct_guids: z.number(),
  guids_in_2plus_feeds: z.number(),
  guids_with_title_edits: z.number(),
  guids_with_description_edits: z.number(),
  guids_with_pubdate_changes: z.number(),
});

const SnapshotRow = z.object({ feed: z.string(), snapshot: z.string().regex(/^\d{8}T\d{6}Z$/), items_same_as_previous: z.boolean() });

/**
 * Reads the recorded snapshots under `corpus`, unpacking them into `scratch` with the system's tar.
 *
 * @returns null where the corpus holds no such history
 */
export function readRecordedHistory(corpus: string, scratch: string): History | null {
  const directory = join(corpus, "feed-history");
  if (!existsSync(join(directory, "bbc-snapshots.tar.xz"))) return null;
  execFileSync("tar", ["-xJf", join(directory, "bbc-snapshots.tar.xz"), "-C", scratch]);
  const totals = Totals.parse(JSON.parse(readFileSync(join(directory, "expected.json"), "utf8")));
  const rows = gunzipSync(readFileSync(join(directory, "snapshots.jsonl.gz")))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => SnapshotRow.parse(JSON.parse(line)));
  const snapshots = rows.map(
    ({ feed, snapshot, items_same_as_previous }): Snapshot => ({
      feed,
      at: readStamp(snapshot),
      bytes: () => readFileSync(join(scratch, feed, `${snapshot}.xml`)),
      isUnchanged: items_same_as_previous,
    }),
  );
  return {
    name: "recorded",
    snapshots: snapshots.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.feed < b.feed ? -1 : 1)),
    expected: {
      articles: totals.distinct_guids,
      articlesInSeveralFeeds: totals.guids_in_2plus_feeds,
      retitled: totals.guids_with_title_edits,
      redescribed: totals.guids_with_description_edits,
      redated: totals.guids_with_pubdate_changes,
      unchangedPolls: totals.snapshots_with_items_unchanged,
    },
  };
}

/** 20210716T190557Z */
const readStamp = (stamp: string): Date => new Date(stamp.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, "$1-$2-$3T$4:$5:$6Z"));
