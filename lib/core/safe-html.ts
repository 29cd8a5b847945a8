/** HTML written by `lib/feeds/sanitise-html`; the only thing `ArticleBody` will set as inner HTML. */
declare const safeHtmlBrand: unique symbol;
export type SafeHtml = string & { readonly [safeHtmlBrand]: true };

/** The same in UTF-8, on its way from the process that made it into the database: nobody between them reads it. */
export type SafeHtmlBytes = Uint8Array<ArrayBuffer> & { readonly [safeHtmlBrand]: true };

/** UTF-8 as Postgres takes it: without NUL, half a surrogate pair as U+FFFD. */
export const encodeSafeHtml = (html: SafeHtml): SafeHtmlBytes =>
  new TextEncoder().encode(html.includes("\u0000") ? html.replaceAll("\u0000", "") : html) as SafeHtmlBytes;

/** The HTML that {@link encodeSafeHtml} made bytes of, its first character too where that is a byte order mark. */
export const decodeSafeHtml = (bytes: SafeHtmlBytes): SafeHtml => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) as SafeHtml;
