type CurrencyChoiceProps = { action: string; currencies: string[]; currency: string; returnTo?: string };

const names = new Intl.DisplayNames("en", { type: "currency", fallback: "code" });

/** The currencies as the buttons of a plain GET form: choosing is one tap, with or without script. */
export function CurrencyChoice({ action, currencies, currency, returnTo }: CurrencyChoiceProps) {
  if (currencies.length < 2) return null;
  return (
    <form className="currencies" action={action} method="get" aria-label="Currency">
      {returnTo !== undefined && returnTo !== "/" && <input type="hidden" name="returnTo" value={returnTo} />}
      {currencies.map((code) => (
        <button key={code} type="submit" name="currency" value={code} aria-current={code === currency ? "true" : undefined}>
          <abbr title={names.of(code)}>{code}</abbr>
        </button>
      ))}
    </form>
  );
}
