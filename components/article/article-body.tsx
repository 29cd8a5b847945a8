import type { SafeHtml } from "@/lib/core/safe-html";

type ArticleBodyProps = { html: SafeHtml; language: string | undefined };

/** The one place that sets HTML: it was sanitised when it came in, and the type says so. */
export function ArticleBody({ html, language }: ArticleBodyProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: SafeHtml is only ever written by the sanitiser.
  return <div className="prose has-end" lang={language} dangerouslySetInnerHTML={{ __html: html }} suppressHydrationWarning />;
}
