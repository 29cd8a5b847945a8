import { describe, expect, it } from "vitest";
import { groupByCountry, groupVersions } from "@/components/story/group-versions";
import { makeVersion } from "./story-version";

const ids = (groups: ReturnType<typeof groupVersions>) =>
  groups.map(({ version, copies, sameAs }) => [version.card.id, copies.map((copy) => copy.card.id), sameAs]);

describe("copies", () => {
  it("are folded under the text they repeat, also through a copy of a copy", () => {
    const versions = [makeVersion(4, { copyOfId: 3 }), makeVersion(3, { copyOfId: 1 }), makeVersion(2), makeVersion(1)];
    expect(ids(groupVersions(versions))).toEqual([
      [2, [], null],
      [1, [4, 3], null],
    ]);
  });

  it("stand for a text that is not in the list, the first of them to come", () => {
    const versions = [makeVersion(5, { copyOfId: 99 }), makeVersion(3, { copyOfId: 99 })];
    expect(ids(groupVersions(versions))).toEqual([[3, [5], null]]);
  });

  it("that name each other lose nobody", () => {
    const versions = [makeVersion(2, { copyOfId: 1 }), makeVersion(1, { copyOfId: 2 }), makeVersion(3, { copyOfId: 3 })];
    const groups = groupVersions(versions);
    expect(groups.flatMap(({ version, copies }) => [version, ...copies])).toHaveLength(3);
    expect(groups).toHaveLength(2);
  });
});

describe("countries", () => {
  it("stand by how many titles tell it there, and say whose text a copy from elsewhere is", () => {
    const versions = [
      makeVersion(4, { country: "FR", copyOfId: 1 }),
      makeVersion(3, { country: "DE" }),
      makeVersion(2, { country: "GB" }),
      makeVersion(1, { country: "GB" }),
    ];
    const countries = groupByCountry(versions);
    expect(countries.map(({ country, titleCount }) => [country, titleCount])).toEqual([
      ["GB", 2],
      ["DE", 1],
      ["FR", 1],
    ]);
    expect(ids(countries[2]?.groups ?? [])).toEqual([[4, [], "Title 1"]]);
  });

  it("count a title that tells it twice once", () => {
    const card = { ...makeVersion(1).card, id: 2 };
    expect(groupByCountry([makeVersion(1), makeVersion(2, { card })])[0]).toMatchObject({ titleCount: 1 });
  });
});
