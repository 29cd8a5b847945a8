import { ReadingSettingsPage } from "@/components/reading/reading-settings-page";
import { listTitles } from "@/lib/feeds/queries";
import { readReaderSettings } from "@/lib/reading/settings-queries";
import { listTopLanguages } from "@/lib/stories/top-language-queries";
import type { OwnReader } from "./own-route";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";

const title = "Reading settings";

/** How a reader wants the paper. */
export async function composeReadingSettings(
  _params: unknown,
  { viewer, badge, now }: OwnReader,
  query: URLSearchParams,
): Promise<PageView> {
  const [settings, titles, languages] = await Promise.all([readReaderSettings(viewer), listTitles(), listTopLanguages()]);
  const { country } = settings;
  const view = {
    settings,
    countries: [...new Set([...titles.map((each) => each.country), ...(country ? [country] : [])])],
    languages: [...new Set([...settings.languages, ...languages])],
    timeZones: Intl.supportedValuesOf("timeZone"),
    isDone: query.get("done") === "saved",
    isRefused: query.has("refused"),
  };
  return {
    title,
    head: pageHead(title, "/settings/reading"),
    page: <ReadingSettingsPage view={view} viewer={badge} now={now} />,
    tags: [],
  };
}
