import { NoticePage } from "@/components/notice/notice-page";
import { product } from "@/lib/core/product";

export const metadata = { title: "Our feed reader" };

/** What a publisher who finds us in a log wants to know. The fetcher's User-Agent points here. */
export default function BotPage() {
  return (
    <NoticePage title={`${product.name} reads your feed`}>
      Our reader asks for a feed once for all our readers, every five to sixty minutes and never more often than the feed itself allows. It
      says how many of them follow your title, sends back the ETag and date it was given, follows Retry-After, keeps no cookies and never
      pretends to be a browser. If your feed announces a WebSub hub, its signed pushes bring us at once. Before it looks at any other page
      of yours it reads robots.txt, where the group that names {product.name} counts, else the one for everyone. To be left out, or to be
      read at another pace, write to <a href={`mailto:${product.contactEmail}`}>{product.contactEmail}</a>.
    </NoticePage>
  );
}
