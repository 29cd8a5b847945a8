import type { PasskeyLine } from "@/lib/accounts/passkey-types";

const dateWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** An account's passkeys: what each is called, when it was used last, and how to rename or remove it. */
export function PasskeyList({ passkeys }: { passkeys: PasskeyLine[] }) {
  return (
    <ul className="keys">
      {passkeys.map((passkey) => (
        <li key={passkey.id}>
          <h2>{passkey.name}</h2>
          <p className="meta">
            Added {dateWords.format(passkey.createdAt)}
            {passkey.lastUsedAt ? `, last used ${dateWords.format(passkey.lastUsedAt)}` : ", not used yet"}
            {passkey.isBackedUp ? ". Kept in step by its password manager." : "."}
          </p>
          <details>
            <summary className="quiet">Rename or remove</summary>
            <form className="form key-form" action="/settings/passkeys/rename" method="post">
              <input type="hidden" name="id" value={passkey.id} />
              <p className="field">
                <label htmlFor={`name-${passkey.id}`}>Name</label>
                <input id={`name-${passkey.id}`} name="name" type="text" defaultValue={passkey.name} maxLength={60} required />
              </p>
              <button type="submit" className="button button-quiet">
                Rename
              </button>
            </form>
            <form className="form key-form" action="/settings/passkeys/remove" method="post">
              <input type="hidden" name="id" value={passkey.id} />
              <button type="submit" className="button button-quiet">
                Remove this passkey
              </button>
            </form>
          </details>
        </li>
      ))}
    </ul>
  );
}
