import "server-only";
import { requireEditor } from "@/lib/accounts/guards";
import { findPage } from "./find-store";
import type { FindPage, FindQuery } from "./find-types";

/** A page of what an editor looks for; nothing for anyone else. */
export async function find(query: FindQuery, now: Date): Promise<FindPage> {
  return (await requireEditor()) ? findPage(query, now) : { rows: [], nextCursor: null };
}
