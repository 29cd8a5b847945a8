/** HTML written by `lib/feeds/sanitise-html`; the only thing `ArticleBody` will set as inner HTML. */
declare const safeHtmlBrand: unique symbol;
export type SafeHtml = string & { readonly [safeHtmlBrand]: true };
