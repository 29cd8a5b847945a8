import { headers } from "next/headers";
import { EditionPage } from "@/components/edition/edition-page";
import { editionName } from "@/components/edition/edition-words";
import { readAcceptLanguage } from "@/lib/core/read-accept-language";
import { readEdition } from "@/lib/ranking/edition-queries";
import { editionLengths } from "@/lib/reading/types";
import type { OwnReader } from "./own-route";
import type { PageView } from "./page-view";

/** The reader's finite edition of the hour; `?minutes=` asks for another length than their own. */
export async function composeEditionPage(_params: unknown, { viewer, badge, now }: OwnReader, query: URLSearchParams): Promise<PageView> {
  const wanted = editionLengths.find((minutes) => String(minutes) === query.get("minutes")) ?? null;
  const hints = readAcceptLanguage((await headers()).get("accept-language"));
  const view = await readEdition(viewer, wanted, hints, now);
  return {
    title: editionName(view.slot.part),
    head: <meta name="robots" content="noindex" />,
    page: <EditionPage view={view} viewer={badge} now={now} />,
    tags: [],
  };
}
