import { DeskFrame } from "@/components/desk/desk-frame";
import { Heads } from "@/components/desk/heads";
import type { BoardVersion, DeskList } from "@/lib/editorial/types";
import type { DeskStaff } from "./desk-staff";
import { DeskTime } from "./desk-time";

type HistoryPageProps = { staff: DeskStaff; list: DeskList; versions: BoardVersion[] };

/** Everything that was done to a list, with the way back to each version. */
export function HistoryPage({ staff, list, versions }: HistoryPageProps) {
  const boardPath = `/desk/lists/${list.slug}`;
  const newest = versions[0]?.version ?? 0;
  return (
    <DeskFrame
      staff={staff}
      path={`${boardPath}/history`}
      title={`${list.name}: history`}
      words="Going back makes a new version: nothing is lost, and readers see it once it is published."
    >
      <p>
        <a href={boardPath}>Back to the list</a>
      </p>
      {versions.length === 0 ? (
        <p className="desk-empty">Nobody has touched this list yet.</p>
      ) : (
        <div className="desk-scroll">
          <table className="desk-table">
            <caption>The newest {versions.length} versions. Times are UTC.</caption>
            <Heads names={["Version", "What was done", "By", "When", "Go back"]} />
            <tbody>
              {versions.map((each) => (
                <tr key={each.version} data-row="">
                  <td className="is-figure">
                    {each.version}
                    {each.version === list.publishedVersion && " (published)"}
                  </td>
                  <td>{each.act}</td>
                  <td>{each.editorName}</td>
                  <td>
                    <DeskTime at={each.at} hasYear />
                  </td>
                  <td>{each.version < newest && <GoBack boardPath={boardPath} version={each.version} seen={newest} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </DeskFrame>
  );
}

function GoBack({ boardPath, version, seen }: { boardPath: string; version: number; seen: number }) {
  return (
    <form method="post" action={`${boardPath}/restore`} data-desk="">
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="returnTo" value={boardPath} />
      <button className="desk-button" type="submit" data-key="b">
        Go back <kbd>b</kbd>
        <span className="sr-only">{` to version ${version}`}</span>
      </button>
    </form>
  );
}
