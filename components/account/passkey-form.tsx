import type { PasskeyRequest } from "@/lib/accounts/passkey-types";

type PasskeyFormProps = {
  kind: "create" | "get";
  action: string;
  request: PasskeyRequest;
  label: string;
  returnTo?: string;
  isQuiet?: boolean;
};

/**
 * One button that has the browser make or use a passkey. `/passkeys.js` fills the form in and sends it; without script
 * there are no passkeys, and no button.
 */
export function PasskeyForm({ kind, action, request, label, returnTo, isQuiet = false }: PasskeyFormProps) {
  return (
    <form className="passkey-form" action={action} method="post" data-passkey={kind} data-options={request.options}>
      <input type="hidden" name="credential" defaultValue="" />
      <input type="hidden" name="token" value={request.token} />
      {returnTo !== undefined && <input type="hidden" name="returnTo" value={returnTo} />}
      <button type="submit" className={`button only-script${isQuiet ? " button-quiet" : ""}`}>
        {label}
      </button>
      <p className="form-error" role="alert" data-passkey-words="" hidden />
      <script src="/passkeys.js" defer />
    </form>
  );
}
