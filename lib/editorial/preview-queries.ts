import "server-only";
import type { Staff } from "@/lib/accounts/guards";
import { addMs, dayMs } from "@/lib/core/clock";
import type { Viewer } from "@/lib/entitlements/types";
import { readDraft } from "./desk-queries";
import { listLists } from "./list-store";
import { findReaderByEmail, notePreview } from "./preview-store";
import { previewLists } from "./queries";
import type { PickCard, PickListView } from "./types";

/** In whose place the desk may look at a page: a kind of reader, or for admins anyone by their address. */
const previewKinds = ["visitor", "free", "trial", "member"] as const;
type PreviewKind = (typeof previewKinds)[number];

const isKind = (as: string): as is PreviewKind => previewKinds.some((kind) => kind === as);

/**
 * The reader in whose place the desk looks. Looking in a member's own place is an admin's, and kept in the log.
 *
 * @returns null for nobody, and for what this member of the staff may not
 */
export async function findPreviewReader(staff: Staff, as: string, now: Date): Promise<Viewer | null> {
  if (isKind(as)) return makeReader(as, now);
  if (staff.viewer.role !== "admin") return null;
  const reader = await findReaderByEmail(as);
  if (!reader) return null;
  await notePreview(reader.userId, staff.actor, now);
  return reader;
}

function makeReader(kind: PreviewKind, now: Date): Viewer {
  if (kind === "visitor") return { kind: "visitor" };
  const later = addMs(now, 5 * dayMs);
  return {
    kind: "account",
    userId: "preview",
    name: "A reader",
    email: "",
    isEmailVerified: true,
    role: "reader",
    publisherId: null,
    trialEndsAt: kind === "trial" ? later : addMs(now, -dayMs),
    paidUntil: kind === "member" ? later : null,
    clockAheadSec: 0,
    meterReadIds: [],
    mutes: [],
  };
}

type Look = { viewer: Viewer; at: Date; edition: string; isDraft: boolean };

/** The lists of the front page at an instant, as published or as their drafts would have them. */
export async function previewFrontLists(
  _staff: Staff,
  { viewer, at, edition, isDraft }: Look,
): Promise<{ ours: PickCard[]; others: PickListView[] }> {
  const lists = (await listLists()).filter(({ isActive, frontPlace }) => isActive && frontPlace !== null);
  const entries = await Promise.all(
    lists.map(async (list) => {
      const { draft, published } = await readDraft(list, new Date());
      return { list, entries: isDraft ? draft.entries : published };
    }),
  );
  const shown = await previewLists(entries, viewer, at, edition);
  return {
    ours: shown.find(({ slug }) => slug === "our-picks")?.picks ?? [],
    others: shown.filter(({ slug, picks }) => slug !== "our-picks" && picks.length > 0),
  };
}
