import { GiftNote } from "@/components/article/gift-note";
import { NoticePage } from "@/components/notice/notice-page";
import { giftsPerMonth } from "@/lib/articles/gift-token";
import { readGift } from "@/lib/articles/queries";
import { noteGiftOpened } from "@/lib/articles/reading-commands";
import { publicUrl } from "@/lib/syndication/queries";
import { composeArticle } from "../../_parts/compose-article";
import { sendFault } from "../../_parts/fault-page";
import type { PageView } from "../../_parts/page-view";
import { requestReader } from "../../_parts/reader";
import { sendPage } from "../../_parts/send-page";

/** Nobody may keep it, list it, or learn its address from a link that is followed. */
const headers = {
  "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate",
  "x-robots-tag": "noindex, nofollow",
};
const head = <meta name="referrer" content="no-referrer" />;

/** The article that a gift opens, to whoever has its address. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    const { token } = await params;
    return await sendPage(token === "none-left" ? noneLeft : await composeGift(token, request), headers);
  } catch (cause) {
    return sendFault(cause, headers);
  }
}

async function composeGift(token: string, request: Request): Promise<PageView | null> {
  const gift = await readGift(token);
  if (!gift) return null;
  const reader = await requestReader(request);
  const isOpen = gift.expiresAt > reader.now;
  const isGiver = reader.viewer.kind === "account" && reader.viewer.userId === gift.giverId;
  const note = <GiftNote url={publicUrl(`/gift/${token}`)} expiresAt={gift.expiresAt} isGiver={isGiver} isOpen={isOpen} />;
  const view = await composeArticle({ slug: gift.slug }, reader, { gift, note });
  if (view && isOpen && isOpenedByPerson(request)) await noteGiftOpened(token, gift);
  return view && { ...view, head: withHead(view) };
}

/** A browser that only prepares the page, or shows a preview of the link, reads nothing. */
const isOpenedByPerson = ({ headers: received }: Request): boolean =>
  received.get("sec-fetch-dest") === "document" && !received.get("sec-purpose")?.includes("prefetch");

const withHead = (view: PageView) => (
  <>
    {head}
    {view.head}
  </>
);

const noneLeft: PageView = {
  title: "No gift left",
  head,
  page: (
    <NoticePage title="You have given everything away">
      {`A member gives ${giftsPerMonth} articles a month, and yours are all with friends. There are new ones on the first. `}
      <a href="/">Turn to the front page</a>
    </NoticePage>
  ),
  tags: [],
};
