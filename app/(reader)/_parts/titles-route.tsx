import { TitlesPage } from "@/components/titles/titles-page";
import { listTitleEntries } from "@/lib/feeds/queries";
import { tagPage } from "./page-tags";
import { printPage } from "./print-page";
import type { Reader } from "./reader";

/** The source directory for a visitor or a member. */
export async function TitlesRoute({ reader }: { reader: Reader }) {
  if (reader.viewer.kind === "visitor") await tagPage(["titles"]);
  return printPage(<TitlesPage titles={await listTitleEntries()} viewer={reader.badge} now={reader.now} />);
}
