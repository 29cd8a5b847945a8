import { expect, it } from "vitest";
import { groupTitles } from "@/components/titles/group-titles";
import type { TitleEntry } from "@/lib/feeds/publisher-mark";

function title(name: string, country: string): TitleEntry {
  const slug = name.toLowerCase().replaceAll(" ", "-");
  return {
    slug,
    name,
    initials: "X",
    colour: "#333333",
    isSample: false,
    tagline: null,
    country,
    language: "en",
    direction: "ltr",
    access: "open",
  };
}

it("orders countries by their English name, not by their letters", () => {
  const groups = groupTitles([title("A", "CH"), title("B", "AT"), title("C", "GB")]);
  expect(groups.map((group) => group.name)).toEqual(["Austria", "Switzerland", "United Kingdom"]);
});

it("passes over a leading article, as a library does", () => {
  const [group] = groupTitles([title("The Zephyr", "GB"), title("Morning Star", "GB"), title("The Argus", "GB")]);
  expect(group?.titles.map((entry) => entry.name)).toEqual(["The Argus", "Morning Star", "The Zephyr"]);
});
