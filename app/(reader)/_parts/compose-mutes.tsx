import { MutesPage } from "@/components/mutes/mutes-page";
import { languageName } from "@/components/publisher/place-words";
import { listTitles } from "@/lib/feeds/queries";
import { listMyMutes } from "@/lib/reading/mute-queries";
import { mutesMax } from "@/lib/reading/mute-types";
import type { OwnReader } from "./own-route";
import type { PageView } from "./page-view";

const title = "Your mutes";

const refusals: Record<string, string> = {
  invalid: "That cannot be muted. A word needs at least two letters, and at most 80.",
  "not-found": "That is not in the paper, so there is nothing to mute.",
  "too-many": `You have muted ${mutesMax} things, which is as many as there is room for. Take some back first.`,
};

/** All that a reader has muted. */
export async function composeMutes(_params: unknown, reader: OwnReader, query: URLSearchParams): Promise<PageView> {
  const [mutes, titles] = await Promise.all([listMyMutes(reader.viewer, reader.mutes ?? [], reader.now), listTitles()]);
  const refusal = refusals[query.get("refused") ?? ""] ?? null;
  const languages = languagesOf(titles.map(({ language }) => language));
  return {
    title,
    head: <meta name="robots" content="noindex" />,
    page: <MutesPage mutes={mutes} languages={languages} refusal={refusal} viewer={reader.badge} now={reader.now} />,
    tags: [],
  };
}

/** The languages that titles are written in, by name. */
function languagesOf(tags: readonly string[]): { code: string; name: string }[] {
  const codes = new Set(tags.flatMap((tag) => tag.toLowerCase().split("-")[0] ?? []));
  return [...codes].map((code) => ({ code, name: languageName(code) })).sort((a, b) => a.name.localeCompare(b.name, "en"));
}
