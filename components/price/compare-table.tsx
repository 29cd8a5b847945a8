import { giftsPerMonth } from "@/lib/articles/gift-token";
import { product } from "@/lib/core/product";

const opening = "Opening";
const full = "In full";

const rows: { what: string; visitor: string; free: string; member: string }[] = [
  { what: "Front page, sections, top stories, picks", visitor: "Yes", free: "Yes", member: "Yes" },
  { what: "Articles open to all", visitor: full, free: full, member: full },
  { what: "Articles that ask for an account", visitor: opening, free: full, member: full },
  { what: "Metered articles", visitor: opening, free: `${product.meterPerMonth} a month`, member: full },
  { what: "Articles for members", visitor: opening, free: opening, member: full },
  { what: "Articles to give to anyone", visitor: "–", free: "–", member: `${giftsPerMonth} a month` },
  { what: "Advertising and trackers", visitor: "None", free: "None", member: "None" },
];

/** Who reads what, in one table. */
export function CompareTable() {
  return (
    <section className="compare" aria-labelledby="compare">
      <h2 className="label" id="compare">
        Who reads what
      </h2>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">Visitor</th>
            <th scope="col">Free account</th>
            <th scope="col">Trial, member</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.what}>
              <th scope="row">{row.what}</th>
              <td>{row.visitor}</td>
              <td>{row.free}</td>
              <td>{row.member}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
