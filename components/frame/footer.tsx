import { sections } from "@/lib/articles/sections";
import { product } from "@/lib/core/product";

/** The colophon: sections, titles, and how the page looks. */
export function Footer() {
  return (
    <footer className="footer">
      <div className="sheet">
        <p className="footer-wordmark">
          <a href="/">{product.name}</a>
        </p>
        <p className="footer-promise">{product.promise} No advertising, no trackers.</p>
        <nav className="footer-sections" id="sections" aria-label="All sections">
          {sections.map((section) => (
            <a key={section.slug} href={`/section/${section.slug}`}>
              {section.name}
            </a>
          ))}
        </nav>
        <p className="footer-links">
          <a href="/top">Top stories</a>
          <a href="/topics">Topics</a>
          <a href="/titles">Our titles</a>
          <a href="/price">What it costs</a>
          <a href="/gift-membership">Give a membership</a>
          <a href={`mailto:${product.contactEmail}`}>Write to the desk</a>
          <label className="only-script">
            Paper
            <select data-theme-choice="" defaultValue="system">
              <option value="system">As the system</option>
              <option value="light">Light</option>
              <option value="dark">Dark</option>
            </select>
          </label>
        </p>
      </div>
    </footer>
  );
}
