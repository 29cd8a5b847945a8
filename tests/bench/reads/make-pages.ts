import { composeArticle } from "@/app/(reader)/_parts/compose-article";
import { composeStory } from "@/app/(reader)/_parts/compose-story";
import { printPage } from "@/app/(reader)/_parts/print-page";
import { viewerBadge } from "@/lib/accounts/viewer-badge";
import { sharedPool } from "@/lib/platform/db";
import { accountViewer } from "../../support/account-viewer";

const paidUntil = new Date("2027-01-01T00:00:00Z");
const now = new Date("2026-11-20T12:00:00Z");

/** How to compose and print a member's walled article with its text, and the big story. */
export async function makePages(): Promise<Record<"article" | "story", () => Promise<string>>> {
  await writeBodies();
  const viewer = accountViewer({ paidUntil });
  const reader = { viewer, badge: viewerBadge(viewer, now), now };
  const print = async (composed: Awaited<ReturnType<typeof composeStory>>): Promise<string> => {
    if (!composed || "movedTo" in composed) throw new Error("There is no such page.");
    const html = printPage(composed.page);
    if (!html.includes("Made-up headline")) throw new Error("The page shows nothing of what it should.");
    return html;
  };
  return {
    article: async () => print(await composeArticle({ slug: "article-2" }, reader)),
    story: async () => print(await composeStory({ slug: "story-1" }, reader)),
  };
}

/** Texts of twelve paragraphs for the articles that have one. */
async function writeBodies(): Promise<void> {
  await sharedPool().query(
    `INSERT INTO article_body (article_id, html, sanitizer_version)
     SELECT id, repeat('<p>' || repeat('The tide came in and the gulls went out again. ', 6) || '</p>', 12), 1 FROM article WHERE has_body`,
  );
}
