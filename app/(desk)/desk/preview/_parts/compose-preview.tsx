import { loadFront } from "@/app/(reader)/_parts/load-front";
import { readEdition } from "@/app/(reader)/_parts/read-edition";
import { PreviewBar } from "@/components/desk/lists/preview-bar";
import { FrontPage } from "@/components/front/front-page";
import type { FrontBlock, FrontView } from "@/components/front/types";
import type { Staff } from "@/lib/accounts/guards";
import { viewerBadge } from "@/lib/accounts/viewer-badge";
import { findPreviewReader, previewFrontLists } from "@/lib/editorial/preview-queries";
import { readLocalTime } from "@/lib/editorial/read-local-time";
import { Edition, type PickCard, type PickListView } from "@/lib/editorial/types";
import { readReaderSettings } from "@/lib/reading/settings-queries";
import { deskPage } from "../../lists/_parts/desk-page";

const picksShown = 5;
const noHints = { languages: [], country: null };

/** The front page as a reader would see it at an instant; nothing of it is recorded. */
export async function composePreview(_params: object, staff: Staff, query: URLSearchParams) {
  const { timeZone } = await readReaderSettings(staff.viewer);
  const field = (name: string, otherwise: string) => (query.get(name)?.trim() || otherwise).slice(0, 254);
  const email = field("email", "");
  const asked = {
    at: field("at", ""),
    zone: field("zone", timeZone),
    edition: field("edition", ""),
    as: query.get("as") === "" && email !== "" ? email : field("as", "visitor"),
    isDraft: query.get("draft") === "yes",
  };
  const now = new Date();
  const read = asked.at === "" ? null : readLocalTime(asked.at, asked.zone);
  const edition = Edition.safeParse(asked.edition);
  const reader = await findPreviewReader(staff, asked.as, now);
  const fault =
    (read?.ok === false ? read.error : null) ??
    (edition.success ? null : "The edition is none.") ??
    (reader ? null : "There is no such reader.");
  const viewer = reader ?? { kind: "visitor" as const };
  const at = read?.ok ? read.value : now;
  const own = edition.success && edition.data !== "" ? edition.data : await readEdition(viewer, noHints);
  const [view, lists] = await Promise.all([
    loadFront({ viewer, badge: viewerBadge(viewer, at), now: at }, noHints, true),
    previewFrontLists(staff, { viewer, at, edition: own, isDraft: asked.isDraft }),
  ]);
  return deskPage(
    "Preview",
    <>
      <PreviewBar asked={asked} at={at} isAdmin={staff.viewer.role === "admin"} fault={fault} />
      <div className="preview-page" inert>
        <FrontPage view={withLists(view, lists)} viewer={viewerBadge(viewer, at)} now={at} isPreview />
      </div>
    </>,
  );
}

/** The page with the lists of the preview in place of those that readers see now. */
const withLists = (view: FrontView, { ours, others }: { ours: PickCard[]; others: PickListView[] }): FrontView => ({
  ...view,
  blocks: view.blocks.flatMap((block): FrontBlock[] => {
    if (block.kind === "picks") return [];
    if (block.kind !== "top") return [block];
    return [{ ...block, picks: ours.slice(0, picksShown) }, ...others.map((list): FrontBlock => ({ kind: "picks", list }))];
  }),
});
