import { spanWords } from "@/components/reading/mute-words";
import { muteSpans } from "@/lib/reading/mute-types";

/** Mutes a word or a few that stand together. */
export function KeywordForm({ languages }: { languages: readonly { code: string; name: string }[] }) {
  return (
    <form className="keyword-form" method="post" action="/reading/mute">
      <h2 className="label">Mute a word</h2>
      <input type="hidden" name="kind" value="keyword" />
      <input type="hidden" name="returnTo" value="/mutes" />
      <div className="field">
        <label htmlFor="keyword">Word, or a few that stand together</label>
        <input id="keyword" name="target" required minLength={2} maxLength={80} autoComplete="off" dir="auto" />
        <small>
          Whole words only: “art” does not hide “party”, and “bank” does not hide “banks”. Capitals and accents make no difference.
        </small>
      </div>
      <div className="keyword-choices">
        <label>
          In
          <select name="language" defaultValue="">
            <option value="">every language</option>
            {languages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          How long
          <select name="days" defaultValue="">
            {muteSpans.toReversed().map((span) => (
              <option key={span} value={span}>
                {spanWords[span]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <button type="submit" className="button">
        Mute it
      </button>
    </form>
  );
}
