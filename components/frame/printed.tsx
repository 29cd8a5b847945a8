/** HTML that React has rendered from our own components. */
declare const printedHtmlBrand: unique symbol;
export type PrintedHtml = string & { readonly [printedHtmlBrand]: true };

/** A page that is already HTML, as one node. */
export function Printed({ html }: { html: PrintedHtml }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: PrintedHtml is only ever written by React's own renderer.
  return <div className="printed" dangerouslySetInnerHTML={{ __html: html }} />;
}
