import type { SignInProvider } from "@/lib/accounts/types";

type ProviderLinksProps = { providers: SignInProvider[]; returnTo: string };

/** A link for each provider that this install knows; nothing where it knows none. */
export function ProviderLinks({ providers, returnTo }: ProviderLinksProps) {
  if (providers.length === 0) return null;
  return (
    <ul className="provider-links">
      {providers.map(({ id, name }) => (
        <li key={id}>
          <a className="button button-quiet" href={`/sign-in/with/${id}?${new URLSearchParams({ returnTo })}`} rel="nofollow">
            Continue with {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
