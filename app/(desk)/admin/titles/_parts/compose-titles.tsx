import type { PageView } from "@/app/(reader)/_parts/page-view";
import { DeskFrame } from "@/components/desk/desk-frame";
import { AddPage } from "@/components/desk/titles/add-page";
import { OpmlPage } from "@/components/desk/titles/opml-page";
import { TitlePage } from "@/components/desk/titles/title-page";
import { TitlesPage } from "@/components/desk/titles/titles-page";
import type { Staff } from "@/lib/accounts/guards";
import { listPublisher } from "@/lib/articles/queries";
import { listOfficeTitles, readLook, readTitle } from "@/lib/feeds/title-queries";
import { officeView } from "../../_parts/office-view";
import { readTitleFilter } from "./read-title-filter";

const root = "/admin/titles";
const frameOf = (staff: Staff, path: string, title: string) => ({
  staff: { name: staff.viewer.name, role: "admin" as const },
  path,
  title,
});

/** All titles, narrowed by what the address says. */
export async function composeTitles(_params: object, staff: Staff, query: URLSearchParams): Promise<PageView | null> {
  const { filter, asked } = readTitleFilter(query);
  const found = await listOfficeTitles(filter);
  if (!found) return null;
  const last = found.hasMore ? found.rows.at(-1) : undefined;
  const nextUrl = last ? `${root}?${new URLSearchParams({ ...asked, after: `${last.id} ${last.name.toLowerCase()}` })}` : null;
  const tools = (
    <>
      <a className="desk-button" href={`${root}/opml`}>
        OPML
      </a>
      <a className="desk-button is-main" href={`${root}/add`}>
        Add a title
      </a>
    </>
  );
  return officeView(
    "Titles",
    <DeskFrame {...frameOf(staff, root, "Titles")} tools={tools}>
      <TitlesPage rows={found.rows} countries={found.countries} asked={asked} nextUrl={nextUrl} now={new Date()} />
    </DeskFrame>,
  );
}

/** From an address to a title. */
export async function composeAdd(_params: object, staff: Staff, query: URLSearchParams): Promise<PageView | null> {
  const look = await readLook(query.get("look") ?? "");
  return officeView(
    "Add a title",
    <DeskFrame {...frameOf(staff, `${root}/add`, "Add a title")} words={<a href={root}>All titles</a>} scripts={["/titles.js"]}>
      <AddPage look={look} now={new Date()} />
    </DeskFrame>,
  );
}

/** Lists of feeds, in and out. */
export async function composeOpml(_params: object, staff: Staff, query: URLSearchParams): Promise<PageView | null> {
  const look = await readLook(query.get("look") ?? "");
  return officeView(
    "OPML",
    <DeskFrame {...frameOf(staff, `${root}/opml`, "OPML")} words={<a href={root}>All titles</a>}>
      <OpmlPage look={look} />
    </DeskFrame>,
  );
}

const articlesShown = 12;

/** One title. */
export async function composeTitle({ slug }: { slug: string }, staff: Staff): Promise<PageView | null> {
  const now = new Date();
  const view = await readTitle(slug, now);
  if (!view) return null;
  // After its feeds: one that has just been read brings its articles along, and the page waits for nothing that is there.
  const page = await listPublisher(slug, null, staff.viewer, now);
  const path = `${root}/${slug}`;
  const words = (
    <>
      <a href={root}>All titles</a> · <a href={`/publisher/${slug}`}>Its page in the paper</a> ·{" "}
      <a href={view.title.homeUrl}>Its own site</a>
    </>
  );
  return officeView(
    view.title.name,
    <DeskFrame {...frameOf(staff, path, view.title.name)} words={words} scripts={["/titles.js"]}>
      <TitlePage view={view} articles={page.cards.slice(0, articlesShown)} path={path} now={now} />
    </DeskFrame>,
  );
}
