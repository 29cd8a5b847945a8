import type { SignInProvider, WaysIn as Ways } from "@/lib/accounts/types";
import { Setting } from "./setting";
import { SettingForm } from "./setting-form";

type WaysInProps = { ways: Ways; providers: SignInProvider[] };

/** Every way into the account, and those that can be added. */
export function WaysIn({ ways, providers }: WaysInProps) {
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const missing = providers.filter(({ id }) => !ways.providers.includes(id));
  return (
    <Setting id="ways" title="Ways to sign in">
      <ul className="ways-in">
        <li>{ways.hasPassword ? "A password" : "No password"}</li>
        <li>A link or code by mail</li>
        <li>
          <a className="quiet" href="/settings/passkeys">
            {passkeyWords(ways.passkeyCount)}
          </a>
        </li>
        <li>
          <a className="quiet" href="/settings/two-factor">
            Second step by an authenticator app
          </a>
        </li>
        {ways.providers.map((id) => (
          <li key={id}>
            {nameOf(id)}
            <SettingForm change="way" submit={`Remove ${nameOf(id)}`}>
              <input type="hidden" name="provider" value={id} />
            </SettingForm>
          </li>
        ))}
        {missing.map(({ id, name }) => (
          <li key={id}>
            <a className="quiet" href={`/settings/ways/${id}`} rel="nofollow">
              Add {name}
            </a>
          </li>
        ))}
      </ul>
    </Setting>
  );
}

function passkeyWords(count: number): string {
  if (count === 0) return "Add a passkey";
  return count === 1 ? "One passkey" : `${count} passkeys`;
}
