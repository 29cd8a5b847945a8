import type { PrismaClient } from "@/prisma/generated/client";
import { storePublisher } from "../ingest/store-publisher";

/** Stores a partner's article with a text and returns its id; the publisher is made with it. */
export async function storeArticle(
  db: PrismaClient,
  facts: { slug: string; html: string; access?: "open" | "registered" | "metered" | "lead_in" | "paid" },
): Promise<number> {
  const publisherId = await storePublisher(db, `title-of-${facts.slug}`);
  const hash = facts.slug.padEnd(32, "0").slice(0, 32);
  const article = await db.article.create({
    data: {
      publisherId,
      guid: facts.slug,
      guidHash: hash,
      url: `https://paper.example/${facts.slug}`,
      urlHash: hash,
      slug: facts.slug,
      headline: facts.slug,
      standfirst: "What everyone may read.",
      leadIn: "What everyone may read, at some length.",
      section: "world",
      language: "en-GB",
      access: facts.access ?? "paid",
      hasBody: true,
      contentHash: hash,
      publishedAt: new Date("2026-11-20T10:00:00Z"),
      firstSeenAt: new Date("2026-11-20T10:00:00Z"),
      body: { create: { html: facts.html, sanitizerVersion: 1 } },
    },
    select: { id: true },
  });
  return article.id;
}
