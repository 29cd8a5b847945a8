import { expect, it } from "vitest";
import { mapSection } from "@/lib/articles/map-section";

it("takes the section its feed stands for", () => {
  expect(mapSection("science", ["Football"], null)).toEqual({ section: "science", by: "publisher" });
});

it.each([
  ["Central banks", "business"],
  ["Life and style", "life"],
  ["UK Politics", "politics"],
  ["Klima", "climate"],
  ["Santé", "health"],
  ["الرياضة", "sport"],
  ["経済", "business"],
  ["Fußball", "sport"],
  ["Экономика", "business"],
])("reads the category %s as %s", (category, section) => {
  expect(mapSection("top", ["Unmappable", category], null)).toEqual({ section, by: "category" });
});

it("reads the address where no category helps", () => {
  expect(mapSection("top", ["Page 3"], "https://paper.example/sport/2026/11/20/arts-festival")).toEqual({
    section: "sport",
    by: "address",
  });
});

it("does not read the article's own name in the address", () => {
  expect(mapSection("top", [], "https://paper.example/2026/sport").section).toBe("world");
});

it("falls back to World", () => {
  expect(mapSection("top", [], null)).toEqual({ section: "world", by: "none" });
});

it("lets what the office said of a title's own categories win over the house's table, but not over the feed's section", () => {
  const own = { "football news": "culture", ports: "nowhere" };
  expect(mapSection("top", ["Football  News"], null, own)).toEqual({ section: "culture", by: "publisher" });
  expect(mapSection("top", ["Ports", "Football"], null, own)).toEqual({ section: "sport", by: "category" });
  expect(mapSection("science", ["Football news"], null, own).section).toBe("science");
  expect(mapSection("top", ["constructor"], null, {}).by).toBe("none");
});
