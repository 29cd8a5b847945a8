import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Lease, releaseAbandoned } from "@/lib/feeds/claim-store";
import type { Log } from "@/lib/platform/log";
import { isAlive } from "@/lib/platform/postgres/server-process";

/** Where a worker writes down which feeds it holds, for whoever starts after it was killed. */
export type LeaseJournal = {
  /** Writes down what is held now; more than that does no harm. */
  note: (leases: readonly Lease[]) => void;
  /** Gives back what workers held that are no more. A lease that has passed on stays with its new holder. */
  giveBack: (now: Date) => Promise<void>;
  /** Nothing is held any more. */
  close: () => void;
};

const Entry = z.array(z.tuple([z.int(), z.int()]));

/**
 * Makes the journal of this process in `folder`, one file a worker. A killed worker's feeds are due again by
 * themselves when its leases run out; with the journal they are due as soon as a worker starts in its place, so that
 * one which is killed again and again, each time with hundreds of feeds in hand, does not hold them up for good.
 *
 * A fault of the disk or the database costs that head start and nothing else.
 *
 * @param pid this process; a file under its number is of a former life, as in a container that was started anew
 */
export function makeLeaseJournal(folder: string, log: Log, pid = process.pid): LeaseJournal {
  const ownFile = path.join(folder, `${pid}.json`);
  const quietly = (work: () => void): void => {
    try {
      work();
    } catch (cause) {
      log.warn({ err: cause }, "the journal of leases could not be written");
    }
  };
  quietly(() => mkdirSync(folder, { recursive: true }));
  return {
    // At once and without waiting: the process may be killed at any moment.
    note: (leases) => quietly(() => writeFileSync(ownFile, JSON.stringify(leases.map(({ id, leaseToken }) => [id, leaseToken])))),
    giveBack: async (now) => {
      try {
        for (const file of listLeft(folder, pid)) {
          await releaseAbandoned(readLeases(file), now);
          rmSync(file, { force: true });
        }
      } catch (cause) {
        log.warn({ err: cause }, "leases of a former worker could not be given back");
      }
    },
    close: () => quietly(() => rmSync(ownFile, { force: true })),
  };
}

/** Files of workers that do not run on this machine any more. */
function listLeft(folder: string, pid: number): string[] {
  const pids = readdirSync(folder).flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []);
  return pids.filter((each) => Number(each) === pid || !isAlive(Number(each))).map((each) => path.join(folder, `${each}.json`));
}

/** Empty for a file that its writer was killed in the middle of. */
function readLeases(file: string): Lease[] {
  try {
    return Entry.parse(JSON.parse(readFileSync(file, "utf8"))).map(([id, leaseToken]) => ({ id, leaseToken }));
  } catch {
    return [];
  }
}
