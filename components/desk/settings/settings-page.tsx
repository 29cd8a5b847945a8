import { Heads } from "@/components/desk/heads";
import type { SettingLine, SettingsView } from "@/lib/operations/settings-types";
import { ScrollBox } from "../log/scroll-box";

const sourceWords: Record<SettingLine["source"], string> = {
  given: "set in the environment",
  start: "made by the start",
  default: "default",
};

/** How this install is set, to be read and not changed: settings are the environment's. */
export function SettingsPage({ view }: { view: SettingsView }) {
  const { settings, versions, migrations, database, pictures } = view;
  return (
    <>
      <section aria-labelledby="runs">
        <h2 id="runs">What runs</h2>
        <dl className="office-facts">
          {versions.map(({ name, version }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{version}</dd>
            </div>
          ))}
          <div>
            <dt>Database</dt>
            <dd>{database === "embedded" ? "embedded, in the data folder" : "a server of your own"}</dd>
          </div>
          <div>
            <dt>Pictures</dt>
            <dd>{pictures === "disk" ? "in the data folder" : "in an S3 store"}</dd>
          </div>
          <div>
            <dt>Migrations</dt>
            <dd>
              {migrations.count}, the newest <code>{migrations.newest}</code>
            </dd>
          </div>
        </dl>
      </section>
      <section aria-labelledby="settings">
        <h2 id="settings">Settings</h2>
        <ScrollBox name="Settings">
          <table className="desk-table">
            <caption>Read when the process started; a change of the environment counts from the next start</caption>
            <Heads names={["Setting", "Value", "From"]} />
            <tbody>
              {settings.map((line) => (
                <tr key={line.name}>
                  <td>
                    <code>{line.name}</code>
                  </td>
                  <td>
                    <Value line={line} />
                  </td>
                  <td>{line.value === null ? "" : sourceWords[line.source]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </section>
    </>
  );
}

function Value({ line: { value, isSecret } }: { line: SettingLine }) {
  if (value === null) return <span className="desk-meta">not set</span>;
  return isSecret ? <span>set; its value is never shown</span> : <code>{value}</code>;
}
