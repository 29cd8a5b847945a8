import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Bars } from "@/components/chart/bars";
import { BarsWithTable } from "@/components/chart/bars-with-table";

const values = [
  { label: "1 Nov", value: 0 },
  { label: "2 Nov", value: 8, note: "2 failures" },
  { label: "3 Nov", value: 4 },
];

it("says its figures in words and draws them from zero to the largest", () => {
  const svg = renderToStaticMarkup(<Bars title="Entries a day" values={values} width={30} height={20} />);
  expect(svg).toContain('role="img" aria-label="Entries a day, 1 Nov to 3 Nov: 12 in all, most on 2 Nov with 8, last 4, 1 marked"');
  const heights = Array.from(svg.matchAll(/class="chart-bar"[^>]*height="([\d.]+)"/g), (match) => Number(match[1]));
  expect(heights).toEqual([15, 7.5]);
  expect(svg.match(/chart-mark/g)).toHaveLength(1);
});

it("has its figures as a table beside it, notes in words", () => {
  const html = renderToStaticMarkup(<BarsWithTable title="Entries a day" heads={["Day", "Entries"]} values={values} />);
  expect(html).toContain("<caption>Entries a day</caption>");
  expect(html).toContain('<th scope="row">2 Nov</th><td class="is-figure">8<small> 2 failures</small></td>');
});

it("draws nothing but its line where there is nothing", () => {
  const svg = renderToStaticMarkup(<Bars title="Entries a day" values={[]} />);
  expect(svg).toContain('aria-label="Entries a day: nothing yet"');
  expect(svg).not.toContain("chart-bar&quot;");
});
