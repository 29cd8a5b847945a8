import { expect, it } from "vitest";
import { makeAuthorSlug, makeSlug } from "@/lib/articles/make-slug";

it("spells a headline in ASCII words", () => {
  expect(makeSlug("“No rate cut yet”: Čapek’s Bank hält 4.25%", "paper", "1:a").plain).toBe("no-rate-cut-yet-capeks-bank-halt-4-25");
});

it("spells Cyrillic and Greek", () => {
  expect(makeSlug("Мост открыт через 27 лет", "paper", "1:a").plain).toBe("most-otkryt-cherez-27-let");
  expect(makeSlug("Η γέφυρα άνοιξε", "paper", "1:a").plain).toBe("i-gefyra-anoixe");
});

it("names an article of any other script by its publisher and a hash", () => {
  expect(makeSlug("巨大防潮水門が初の全閉", "todai-nippo", "1:a").plain).toMatch(/^todai-nippo-[0-9a-f]{8}$/);
});

it("stays within 80 characters, cut between words, suffix included", () => {
  const slug = makeSlug("An extraordinarily long headline about harbours ".repeat(4), "paper", "1:a");
  expect(slug.plain.length).toBeLessThanOrEqual(80);
  expect(slug.unique.length).toBeLessThanOrEqual(80);
  expect(slug.plain).not.toMatch(/-$/);
  expect(slug.unique).toMatch(/-[0-9a-f]{8}$/);
});

it("gives two keys two unique slugs", () => {
  expect(makeSlug("Same words", "paper", "1:a").unique).not.toBe(makeSlug("Same words", "paper", "2:a").unique);
});

it("gives an author one slug however the marks are typed", () => {
  expect(makeAuthorSlug("Zoë Ångström")).toBe("zoe-angstrom");
  expect(makeAuthorSlug("山田太郎")).toMatch(/^author-[0-9a-f]{16}$/);
});
