import { DeskFrame } from "@/components/desk/desk-frame";
import { Heads } from "@/components/desk/heads";
import type { ComingChange, DeskToday } from "@/lib/editorial/desk-types";
import type { DeskStaff } from "./desk-staff";
import { DeskTime } from "./desk-time";
import { ListTable } from "./list-table";

type TodayPageProps = { staff: DeskStaff; today: DeskToday; now: Date };

/** The desk's first page: what waits, what runs, what comes by itself. */
export function TodayPage({ staff, today: { lines, coming, openReports }, now }: TodayPageProps) {
  const drafts = lines.filter(({ changeCount }) => changeCount > 0);
  const conflicts = lines.reduce((sum, { conflictCount }) => sum + conflictCount, 0);
  return (
    <DeskFrame
      staff={staff}
      path="/desk"
      title="Today"
      words={
        <>
          It is <DeskTime at={now} hasYear /> UTC.
        </>
      }
      tools={
        <a className="desk-button" href="/desk/preview">
          Preview the front page
        </a>
      }
    >
      <dl className="desk-facts">
        <Fact name="Reports to answer" figure={openReports >= 100 ? "100+" : String(openReports)} href="/desk/reports" />
        <Fact name="Lists with an unpublished draft" figure={String(drafts.length)} href={linkOf(drafts.map(({ list }) => list.slug))} />
        <Fact
          name="Conflicts on lists"
          figure={String(conflicts)}
          href={linkOf(lines.filter((line) => line.conflictCount > 0).map(({ list }) => list.slug))}
        />
        <Fact name="Changes by the clock, next 24 hours" figure={String(coming.length)} href="#coming" />
      </dl>
      <h2>Lists</h2>
      <ListTable lines={lines} />
      <h2 id="coming">By the clock, in the next 24 hours</h2>
      {coming.length === 0 ? <p className="desk-empty">No published pick starts or ends by itself.</p> : <Coming coming={coming} />}
    </DeskFrame>
  );
}

const linkOf = (slugs: readonly string[]): string => (slugs.length === 1 ? `/desk/lists/${slugs[0]}` : "/desk/lists");

function Fact({ name, figure, href }: { name: string; figure: string; href: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <a href={href}>{figure}</a>
      </dd>
    </div>
  );
}

function Coming({ coming }: { coming: ComingChange[] }) {
  return (
    <div className="desk-scroll">
      <table className="desk-table">
        <caption>What readers will see change without anybody doing anything. Times are UTC.</caption>
        <Heads names={["When", "What", "List"]} />
        <tbody>
          {coming.map(({ at, kind, list, listName, key, headline }) => (
            <tr key={`${key}${kind}`} data-row="">
              <td>
                <DeskTime at={at} />
              </td>
              <td>
                {kind}: <a href={`/desk/lists/${list}/picks/${key}`}>{headline}</a>
              </td>
              <td>
                <a href={`/desk/lists/${list}`}>{listName}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
