import fc from "fast-check";
import { expect, it } from "vitest";
import { fewerThan, hideFew } from "@/lib/partners/hide-few";

const anyCountries = fc.uniqueArray(
  fc.record({ country: fc.constantFrom("AT", "DE", "FR", "GB", "IT", "--"), readers: fc.integer({ min: 1, max: 20 }) }),
  { selector: ({ country }) => country },
);

it("never lets a group of fewer than five be seen or reckoned", () => {
  fc.assert(
    fc.property(anyCountries, (all) => {
      const { countries, elsewhere } = hideFew(all);
      const total = all.reduce((sum, { readers }) => sum + readers, 0);
      const shown = countries.reduce((sum, { readers }) => sum + readers, 0);
      for (const { readers } of countries) expect(readers).toBeGreaterThanOrEqual(fewerThan);
      // Whoever knew the total could take away what is shown: that is nobody, or five and more.
      if (countries.length > 0) expect([0, total - shown]).toContain(elsewhere);
      expect(total - shown === 0 || total - shown >= fewerThan || countries.length === 0).toBe(true);
      if (elsewhere === null) expect(countries).toEqual([]);
    }),
  );
});
