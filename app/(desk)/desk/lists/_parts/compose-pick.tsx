import { ChoosePage } from "@/components/desk/lists/choose-page";
import { PickPage } from "@/components/desk/lists/pick-page";
import type { Staff } from "@/lib/accounts/guards";
import { readNewPick, readPick } from "@/lib/editorial/desk-queries";
import { showLocalTime } from "@/lib/editorial/read-local-time";
import { readReaderSettings } from "@/lib/reading/settings-queries";
import { deskPage, deskStaff } from "./desk-page";

/** The form of a pick that is on the draft. */
export async function composePick({ list: slug, key }: { list: string; key: string }, staff: Staff) {
  const [found, { timeZone: zone }] = await Promise.all([readPick(staff, slug, key, new Date()), readReaderSettings(staff.viewer)]);
  if (!found) return null;
  const { list, version, row } = found;
  const { entry } = row;
  const fields = {
    ...entry,
    article: null,
    headline: entry.headline ?? "",
    standfirst: entry.standfirst ?? "",
    starts: showLocalTime(entry.startsAt, zone),
    ends: showLocalTime(entry.endsAt, zone),
    zone,
  };
  const path = `/desk/lists/${slug}/picks/${key}`;
  const page = (
    <PickPage staff={deskStaff(staff)} {...{ list, version, path, fields }} article={row.article} warnings={[]} conflicts={row.conflicts} />
  );
  return deskPage("Change a pick", page);
}

/** The form of a new pick; without an article that is in the paper, the page that asks for one. */
export async function composeNewPick({ list: slug }: { list: string }, staff: Staff, query: URLSearchParams) {
  const said = (query.get("article") ?? "").slice(0, 2_048);
  const [found, { timeZone: zone }] = await Promise.all([readNewPick(staff, slug, said, new Date()), readReaderSettings(staff.viewer)]);
  if (!found) return null;
  const { list, version, article, slot, alreadyAt } = found;
  if (!article) return deskPage(`Pick for ${list.name}`, <ChoosePage staff={deskStaff(staff)} list={list} said={said} />);
  const empty = { key: null, edition: "", isPinned: false, note: "", headline: "", standfirst: "", starts: "", ends: "" };
  const fields = { ...empty, slot, zone, article: String(article.id) };
  const warnings = alreadyAt === null ? [] : [`This article is on the list already, for place ${alreadyAt}.`];
  const path = `/desk/lists/${slug}/add`;
  const page = <PickPage staff={deskStaff(staff)} {...{ list, version, path, fields, article, warnings }} conflicts={[]} />;
  return deskPage(`Pick for ${list.name}`, page);
}
