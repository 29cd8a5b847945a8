import { describe, expect, it } from "vitest";
import { separateLead } from "@/lib/articles/separate-lead";
import type { SafeHtml } from "@/lib/core/safe-html";

const safe = (html: string) => html as SafeHtml;
const figure = (hash: string, caption: string) =>
  `<figure><img src="/media/${hash}/960" alt="" /><figcaption>${caption} <span class="credit">A/B</span></figcaption></figure>`;
const lead = { hash: "a".repeat(32), caption: "The bridge & the river" };

describe("separateLead", () => {
  it("removes the picture that opens the text, whatever its address", () => {
    expect(separateLead(safe(`${figure("c".repeat(32), "Other")}<p>Words.</p>`), lead)).toBe("<p>Words.</p>");
    expect(separateLead(safe('<p><img src="/media/x/960" /></p>\n<p>Words.</p>'), lead)).toBe("<p>Words.</p>");
  });

  it("removes the lead further down, by its address or its caption", () => {
    expect(separateLead(safe(`<p>Words.</p>${figure(lead.hash, "x")}<p>More.</p>`), lead)).toBe("<p>Words.</p><p>More.</p>");
    expect(separateLead(safe(`<p>Words.</p>${figure("c".repeat(32), "The bridge &amp; the river")}`), lead)).toBe("<p>Words.</p>");
  });

  it("keeps every other picture", () => {
    const html = safe(`<p>Words.</p>${figure("c".repeat(32), "Another place")}<p>More.</p>`);
    expect(separateLead(html, lead)).toBe(html);
    expect(separateLead(safe(figure("c".repeat(32), "")), null)).toContain("<figure>");
  });
});
