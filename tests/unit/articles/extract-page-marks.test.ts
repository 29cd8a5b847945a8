import { expect, it } from "vitest";
import { judgePageMarks } from "@/lib/articles/judge-page-marks";

it("hears what forbids keeping a text, for everyone or for us alone", () => {
  expect(judgePageMarks({ "x-robots-tag": "noarchive" }, "")).toBe("noarchive");
  expect(judgePageMarks({ "x-robots-tag": "noindex, nosnippet" }, "")).toBe("nosnippet");
  expect(judgePageMarks({ "x-robots-tag": "broadsheet: none" }, "")).toBe("noarchive");
  expect(judgePageMarks({ "tdm-reservation": "1" }, "")).toBe("tdm-reservation");
  expect(judgePageMarks({}, '<meta name="robots" content="index, noarchive">')).toBe("noarchive");
  expect(judgePageMarks({}, "<META content='1' NAME=tdm-reservation>")).toBe("tdm-reservation");
  expect(judgePageMarks({}, '<meta name="robots" content="max-snippet:0">')).toBe("nosnippet");
});

it("lets pass what is said to others or says nothing of keeping", () => {
  expect(judgePageMarks({ "x-robots-tag": "googlebot: noarchive, nosnippet" }, "")).toBeNull();
  expect(judgePageMarks({ "x-robots-tag": "noindex, max-snippet: 50" }, "")).toBeNull();
  expect(
    judgePageMarks({ "tdm-reservation": "0" }, '<meta name="googlebot" content="noarchive"><meta name="description" content="none">'),
  ).toBeNull();
});
