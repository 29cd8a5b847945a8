import { PicksPage } from "@/components/picks/picks-page";
import { findPickArchive } from "@/lib/editorial/archive-queries";
import { findPickList } from "@/lib/editorial/queries";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";
import { readEdition } from "./read-edition";
import type { Reader } from "./reader";

type PicksParams = { list: string; cursor?: string | null };

const noHints = { languages: [], country: null };

/** A list of the desk's and its archive, for a visitor or a member; null for one that the paper has not. */
export async function composePicks({ list: slug, cursor = null }: PicksParams, { viewer, badge, now }: Reader): Promise<PageView | null> {
  const archive = await findPickArchive(slug, cursor, viewer, now);
  if (!archive) return null;
  const standing = cursor === null ? await findPickList(slug, viewer, now, () => readEdition(viewer, noHints)) : null;
  return {
    title: archive.list.name,
    head: pageHead(archive.list.name, `/picks/${slug}`, archive.list.description || undefined),
    page: <PicksPage viewer={badge} now={now} standing={standing} {...archive} />,
    tags: ["picks"],
  };
}
