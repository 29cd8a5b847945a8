import { ArrangePage } from "@/components/front/arrange-page";
import { blockMoves, findBlock } from "@/lib/ranking/front-blocks";
import { readArrangement } from "@/lib/ranking/own-front-queries";
import type { OwnReader } from "./own-route";
import type { PageView } from "./page-view";

/** The blocks of the asker's own front page, to be arranged. */
export async function composeArrange(_params: object, { viewer, badge, now }: OwnReader, query: URLSearchParams): Promise<PageView> {
  const blocks = await readArrangement(viewer);
  const id = findBlock(query.get("moved") ?? "");
  const by = blockMoves.find((move) => move === query.get("by"));
  const page = <ArrangePage blocks={blocks} last={id && by ? { id, by } : null} viewer={badge} now={now} />;
  return { title: "Your front page", head: <meta name="robots" content="noindex" />, page, tags: [] };
}
