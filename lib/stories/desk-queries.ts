import "server-only";
import { requireEditor } from "@/lib/accounts/guards";
import { findDeskStory } from "./desk-store";
import type { DeskStory } from "./desk-types";

/** A story as the desk sees it, or the address of the one that absorbed it; null for whoever is no editor, and where there is none. */
export async function readDeskStory(slug: string): Promise<DeskStory | { movedTo: string } | null> {
  return (await requireEditor()) ? findDeskStory(slug) : null;
}
