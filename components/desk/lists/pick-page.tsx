import { DeskFrame } from "@/components/desk/desk-frame";
import type { Conflict } from "@/lib/editorial/find-conflicts";
import type { DeskList, PickedArticle } from "@/lib/editorial/types";
import type { DeskStaff } from "./desk-staff";
import { DeskTime } from "./desk-time";
import { type PickFields, PickForm } from "./pick-form";

type PickPageProps = {
  staff: DeskStaff;
  list: DeskList;
  version: number;
  path: string;
  fields: PickFields;
  article: PickedArticle | null;
  /** What is worth knowing before the pick is set. */
  warnings: string[];
  conflicts: Conflict[];
};

/** One pick, to be changed or set. */
export function PickPage({ staff, list, version, path, fields, article, warnings, conflicts }: PickPageProps) {
  const boardPath = `/desk/lists/${list.slug}`;
  const said = [...warnings, ...conflicts.map(({ words }) => words)];
  return (
    <DeskFrame
      staff={staff}
      path={path}
      title={fields.key === null ? `Pick for ${list.name}` : "Change a pick"}
      words={`On ${list.name}`}
      scripts={["/lists.js"]}
    >
      <div data-board="" data-version={version} data-version-url={`${boardPath}/version`} data-board-path={boardPath}>
        <p className="desk-note board-others" role="status" data-others="" />
        {article && (
          <p className="pick-article">
            <a className="desk-headline" href={`/article/${article.slug}`}>
              {article.headline}
            </a>
            <span className="desk-meta">
              {article.publisherName}, <DeskTime at={article.publishedAt} /> UTC
            </span>
          </p>
        )}
        {said.map((words) => (
          <p key={words} className="desk-note is-warning">
            {words}
          </p>
        ))}
        <PickForm list={list} version={version} fields={fields} boardPath={boardPath} own={article} />
      </div>
    </DeskFrame>
  );
}
