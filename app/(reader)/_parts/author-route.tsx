import { notFound } from "next/navigation";
import { AuthorPage } from "@/components/author/author-page";
import { readAuthor } from "@/lib/articles/queries";
import { listTitles } from "@/lib/feeds/queries";
import { tagPage } from "./page-tags";
import { printPage } from "./print-page";
import type { Reader } from "./reader";

type AuthorRouteProps = { slug: string; cursor: string | null; reader: Reader };

/** A writer's own page for a visitor or a member. */
export async function AuthorRoute({ slug, cursor, reader }: AuthorRouteProps) {
  const [found, titles] = await Promise.all([readAuthor(slug, cursor, reader.viewer, reader.now), listTitles()]);
  if (!found) notFound();
  if (reader.viewer.kind === "visitor") await tagPage([`author:${slug}`]);
  const publishers = titles.filter((title) => found.author.titles.some((named) => named.slug === title.slug));
  const view = { author: found.author, publishers, page: found.page, isFirst: cursor === null };
  return printPage(<AuthorPage view={view} viewer={reader.badge} now={reader.now} />);
}
