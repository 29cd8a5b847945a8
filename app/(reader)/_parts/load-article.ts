import { cache } from "react";
import { readArticle } from "@/lib/articles/queries";

/** One read of an article for both its metadata and its page: `viewer` and `now` come from the page's one reader. */
export const loadArticle = cache(readArticle);
