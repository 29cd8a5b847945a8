/** A column's name; `figure` stands over numbers, at their end, and `unseen` is for whoever does not see the column. */
export type Head = string | { figure: string } | { unseen: string };

/** Columns of numbers. */
export const figures = (...names: string[]): Head[] => names.map((figure) => ({ figure }));

/** The head of a table of the desk. */
export function Heads({ names }: { names: Head[] }) {
  return (
    <thead>
      <tr>{names.map(headOf)}</tr>
    </thead>
  );
}

function headOf(head: Head) {
  if (typeof head === "string")
    return (
      <th key={head} scope="col">
        {head}
      </th>
    );
  if ("figure" in head)
    return (
      <th key={head.figure} scope="col" className="is-figure">
        {head.figure}
      </th>
    );
  return (
    <th key={head.unseen} scope="col">
      <span className="sr-only">{head.unseen}</span>
    </th>
  );
}
