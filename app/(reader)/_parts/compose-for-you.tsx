import { ForYouPage } from "@/components/front/for-you-page";
import { readForYou } from "@/lib/ranking/for-you-queries";
import type { OwnReader } from "./own-route";
import type { PageView } from "./page-view";

/** Where a page of an order begins, in its address. */
const number = /^\d{1,9}$/;

/** A page of an order that was made for the asker; null for one that is none of theirs. */
export async function composeForYou(
  { order, place }: { order: string; place: string },
  { viewer, badge, now }: OwnReader,
): Promise<PageView | null> {
  if (!number.test(order) || !number.test(place)) return null;
  const found = await readForYou({ id: Number(order), from: Number(place) }, viewer, now);
  if (!found) return null;
  const path = `/for-you/${order}/from/${place}`;
  const page = <ForYouPage cards={found.cards} path={path} nextUrl={found.nextUrl} viewer={badge} now={now} />;
  return { title: "For you", head: <meta name="robots" content="noindex" />, page, tags: [] };
}
