import { longDay } from "@/components/time/format-instant";
import { chosenWeights } from "@/lib/ranking/chosen-weights";
import type { ProfileLine } from "@/lib/ranking/profile-types";
import type { LineGroup } from "./group-lines";
import { weightWords } from "./weight-words";

/** What is thought of one kind of thing, a line each. */
export function ProfileGroup({ group: { kind, name, lines }, now }: { group: LineGroup; now: Date }) {
  return (
    <section className="profile-group" aria-labelledby={`profile-${kind}`}>
      <h2 id={`profile-${kind}`}>{name}</h2>
      <ul>
        {lines.map((line) => (
          <Line key={line.facet} line={line} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, now }: { line: ProfileLine; now: Date }) {
  const { facet, name, path, weight, chosen, learnedAt } = line;
  const percent = Math.round(weight * 100);
  const id = facet.replace(":", "-");
  return (
    <li id={id} data-removable="">
      <p className="profile-name">
        {path === null ? name : <a href={path}>{name}</a>}
        <small>{chosen === null ? `From your reading, up to ${longDay(learnedAt < now ? learnedAt : now)}` : "Your word"}</small>
      </p>
      <p className="profile-bar">
        <meter
          className={percent < 0 ? "is-less" : undefined}
          min={0}
          max={100}
          value={Math.abs(percent)}
          aria-label={`${name}: ${weightWords(weight)}`}
        >
          {percent}
        </meter>
        <span>{percent < 0 ? `−${-percent}` : percent}</span>
      </p>
      <WeightForm line={line} />
      <form method="post" action="/reading/profile" data-act="remove">
        <Hidden facet={facet} />
        <button type="submit" name="change" value="forget" className="link-button">
          Forget<span className="sr-only">{` ${name}`}</span>
        </button>
      </form>
    </li>
  );
}

function WeightForm({ line: { facet, name, chosen } }: { line: ProfileLine }) {
  const id = `weight-${facet.replace(":", "-")}`;
  return (
    <form method="post" action="/reading/profile" className="weight-form">
      <Hidden facet={facet} />
      <label className="sr-only" htmlFor={id}>{`How much of ${name}`}</label>
      <select id={id} name="weight" defaultValue={chosen === null ? "learned" : String(chosen)}>
        <option value="learned">From my reading</option>
        {chosenWeights.map(({ value, name: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <button type="submit" name="change" value="set" className="button button-quiet">
        Set<span className="sr-only">{` ${name}`}</span>
      </button>
    </form>
  );
}

function Hidden({ facet }: { facet: string }) {
  return (
    <>
      <input type="hidden" name="facet" value={facet} />
      <input type="hidden" name="returnTo" value="/profile" />
    </>
  );
}
