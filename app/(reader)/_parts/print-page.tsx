import type { ReactElement } from "react";
import { Printed, type PrintedHtml } from "@/components/frame/printed";

type Renderer = { renderToStaticMarkup: (page: ReactElement) => string };

/**
 * Renders a page to HTML at once and hands it to Next as one node.
 *
 * Our pages hold no client components, so nothing in them is ever hydrated; yet Next would send every element
 * through its component stream and back, which costs several times the rendering itself. Measured by
 * `npm run bench -- pages`; docs/decisions/007-printed-pages.md. Components printed here must be synchronous.
 */
export function printPage(page: ReactElement) {
  // React escaped every text in it; the one raw part is the body, which is SafeHtml.
  return <Printed html={renderer().renderToStaticMarkup(page) as PrintedHtml} />;
}

let loaded: Renderer | undefined;

/** The ordinary React renderer: the bundler's server layer knows only the streaming one, so Node loads it. */
function renderer(): Renderer {
  loaded ??= process.getBuiltinModule("node:module").createRequire(`${process.cwd()}/package.json`)("react-dom/server") as Renderer;
  return loaded;
}
