import "server-only";
import { requireEditor } from "@/lib/accounts/guards";
import { listDeskTopics } from "./desk-topic-store";
import type { DeskTopic } from "./desk-types";

/** What an article is about as the desk sees it; none for whoever is no editor. */
export async function readDeskTopics(articleId: number): Promise<DeskTopic[]> {
  return (await requireEditor()) ? listDeskTopics(articleId) : [];
}
