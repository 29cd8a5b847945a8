import type { AuthorCredit } from "@/lib/articles/types";

type BylineProps = {
  authors: AuthorCredit[];
  /** The line as the title wrote it, where no author is known by name. */
  fallback: string;
  language: string | undefined;
};

/** Who wrote it, each with a page of their own and the role the title gave them. */
export function Byline({ authors, fallback, language }: BylineProps) {
  if (authors.length === 0 && fallback === "") return null;
  if (authors.length === 0) return <p className="article-byline">{fallback}</p>;
  return (
    <p className="article-byline" lang={language}>
      {authors.map((author) => (
        <span key={author.slug}>
          <a href={`/author/${author.slug}`} rel="author">
            {author.name}
          </a>
          {author.role !== null && ` ${author.role}`}
        </span>
      ))}
    </p>
  );
}
