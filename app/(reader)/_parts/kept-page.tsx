import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { Printed } from "@/components/frame/printed";
import { product } from "@/lib/core/product";
import { tagPage } from "./page-tags";
import { type ComposedPage, missingTitle } from "./page-view";
import { printPage } from "./print-page";
import { type Reader, visitorReader } from "./reader";

type Props<Params> = { params: Promise<Params> };

/**
 * A page of the visitors' lane, which Next keeps whole: composed once for its title and its body, tagged by what it
 * shows, and handed to Next as one node of HTML. docs/decisions/007-printed-pages.md
 */
export function keptPage<Params>(compose: (params: Params, reader: Reader) => Promise<ComposedPage>) {
  // Next asks for title and page apart; parameters are compared by what they say.
  const composeOnce = cache((given: string) => compose(JSON.parse(given), visitorReader()));
  const viewOf = async ({ params }: Props<Params>) => composeOnce(JSON.stringify(await params));

  async function show(props: Props<Params>) {
    const view = await viewOf(props);
    if (!view) notFound();
    if ("movedTo" in view) permanentRedirect(view.movedTo);
    // Whatever it shows, what is withdrawn or hidden must leave it at once: one tag drops every kept page.
    await tagPage([...view.tags, "paper"]);
    return (
      <>
        {view.head}
        <Printed html={printPage(view.page)} />
      </>
    );
  }

  async function metadataOf(props: Props<Params>) {
    const view = await viewOf(props);
    const title = view && "title" in view ? view.title : missingTitle;
    return { title: title === product.promise ? { absolute: `${product.name}: ${title}` } : title };
  }

  return { show, metadataOf };
}
