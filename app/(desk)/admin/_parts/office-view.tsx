import type { ReactElement } from "react";
import type { PageView } from "@/app/(reader)/_parts/page-view";

/** A page of the office: never kept, never found by a search. */
export function officeView(title: string, page: ReactElement): PageView {
  return { title, head: <meta name="robots" content="noindex" />, page, tags: [] };
}
