import { describe, expect, it } from "vitest";
import { readSettingsForm } from "@/lib/reading/read-settings-form";
import { MarkAllForm, ProgressForm, readBatch, SeenForm } from "@/lib/reading/read-types";

describe("what a page's script says", () => {
  it("is read from a form's texts, and bounded", () => {
    const read = ProgressForm.safeParse({ revision: "1", active: "9999", depth: "80", sentence: "12" });
    expect(read.data).toEqual({ revision: 1, active: 300, depth: 80, sentence: 12 });
    for (const wrong of [{ depth: "101" }, { active: "-1" }, { sentence: "x" }, { revision: "1.5" }, { more: "1" }])
      expect(ProgressForm.safeParse({ revision: "1", active: "9", depth: "80", sentence: "12", ...wrong }).success).toBe(false);
  });

  it("names articles by numbers, no more than a page has", () => {
    expect(SeenForm.parse({ ids: "3 1 3" })).toEqual({ ids: [3, 1] });
    expect(MarkAllForm.safeParse({ ids: Array.from({ length: 101 }, (_, id) => id + 1).join(" ") }).success).toBe(false);
    for (const wrong of ["", "0", "1,2", "1 ", "99999999999", "4294967296", undefined, ["1", "2"]])
      expect(MarkAllForm.safeParse({ ids: wrong }).success).toBe(false);
  });

  it("takes back only what could be an act", () => {
    expect(readBatch("0193a1f0-0000-4000-8000-000000000000")).toBe("0193a1f0-0000-4000-8000-000000000000");
    expect(readBatch("<b>")).toBeUndefined();
    expect(readBatch(null)).toBeUndefined();
  });
});

describe("the form of the reading settings", () => {
  const form = { country: "AT", languages: ["de", "en"], timeZone: "Europe/Vienna", editionMinutes: "25", editionHours: "7" };

  it("is read as a form sends it", () => {
    expect(readSettingsForm(form)).toEqual({ ...form, editionMinutes: 25, editionHours: [7] });
    expect(readSettingsForm({ ...form, country: "", languages: undefined, editionHours: ["7", "18"] })).toMatchObject({
      country: null,
      languages: [],
      editionHours: [7, 18],
    });
  });

  it("is refused where it says what cannot be", () => {
    for (const wrong of [
      { timeZone: "Mars/North" },
      { editionMinutes: "7" },
      { editionHours: undefined },
      { editionHours: "24" },
      { country: "at" },
    ])
      expect(readSettingsForm({ ...form, ...wrong })).toBeNull();
  });
});
