import { FrontPage } from "@/components/front/front-page";
import { loadFront } from "./load-front";
import { printPage } from "./print-page";
import type { Reader } from "./reader";

/** The front page for a visitor or a member. */
export async function FrontRoute({ reader }: { reader: Reader }) {
  const view = await loadFront(reader);
  return printPage(<FrontPage view={view} viewer={reader.badge} now={reader.now} />);
}
