import type { ReactElement } from "react";
import type { PrintedHtml } from "@/components/frame/printed";

type Renderer = { renderToStaticMarkup: (page: ReactElement) => string };

/** Renders a page to HTML at once. Components printed here must be synchronous. */
export function printPage(page: ReactElement): PrintedHtml {
  // React escaped every text in it; the one raw part is the body, which is SafeHtml.
  return renderer().renderToStaticMarkup(page) as PrintedHtml;
}

let loaded: Renderer | undefined;

/** The ordinary React renderer: the bundler's server layer knows only the streaming one, so Node loads it. */
function renderer(): Renderer {
  loaded ??= process.getBuiltinModule("node:module").createRequire(`${process.cwd()}/package.json`)("react-dom/server") as Renderer;
  return loaded;
}
