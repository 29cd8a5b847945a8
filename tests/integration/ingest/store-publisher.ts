import type { PrismaClient } from "@/prisma/generated/client";

/** Stores a paid partner under this slug and returns its id. */
export async function storePublisher(db: PrismaClient, slug: string, isSample = false): Promise<number> {
  const publisher = await db.publisher.create({
    data: {
      slug,
      name: slug,
      homeUrl: `https://${slug}.example/`,
      country: "GB",
      language: "en-GB",
      editions: ["en", "GB"],
      colour: "#1d3b53",
      initials: "P",
      licence: "partner",
      wall: "paid",
      isSample,
    },
    select: { id: true },
  });
  return publisher.id;
}
