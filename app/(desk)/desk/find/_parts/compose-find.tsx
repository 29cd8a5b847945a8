import type { PageView } from "@/app/(reader)/_parts/page-view";
import { FindPage } from "@/components/desk/find/find-page";
import { languageName } from "@/components/publisher/place-words";
import type { Staff } from "@/lib/accounts/guards";
import { find } from "@/lib/editorial/find-queries";
import { FindQuery } from "@/lib/editorial/find-types";
import { listTitles } from "@/lib/feeds/queries";

/** Search and filters over articles and stories, with the numbers that made each row so. */
export async function composeFind(_params: unknown, { actor }: Staff, asked: URLSearchParams): Promise<PageView> {
  // A form sends what was left empty as "".
  const query = FindQuery.parse(Object.fromEntries([...asked].filter(([, value]) => value !== "")));
  const now = new Date();
  const [page, titles] = await Promise.all([find(query, now), listTitles()]);
  const codes = [...new Set(titles.map(({ language }) => language.split("-")[0]?.toLowerCase() ?? ""))];
  const choices = {
    titles: titles.map(({ slug, name }) => ({ value: slug, name })).toSorted((a, b) => a.name.localeCompare(b.name, "en")),
    languages: codes.map((value) => ({ value, name: languageName(value) })).toSorted((a, b) => a.name.localeCompare(b.name, "en")),
  };
  const staff = { name: actor.name, role: actor.role === "admin" ? ("admin" as const) : ("editor" as const) };
  return {
    title: "Find: the desk",
    head: <meta name="robots" content="noindex" />,
    page: <FindPage query={query} page={page} choices={choices} staff={staff} now={now} />,
    tags: [],
  };
}
