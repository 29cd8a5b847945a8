/**
 * The name that a title has in its address, from the host of its home page.
 *
 * @returns letters a to z, digits and hyphens; "title" where the host has none of them
 */
export function makeTitleSlug(homeUrl: string): string {
  const host = new URL(homeUrl).hostname.replace(/^www\./, "");
  return (
    host
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 100) || "title"
  );
}
