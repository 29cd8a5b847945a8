type UnmuteFormProps = { id: number; returnTo: string; label?: string; name?: string };

/** Mutes something no longer; `name` is for whoever hears the button away from what it is about. */
export function UnmuteForm({ id, returnTo, label = "Unmute", name }: UnmuteFormProps) {
  return (
    <form className="unmute-form" method="post" action="/reading/unmute">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <button type="submit" className="quiet">
        {label}
        {name !== undefined && <span className="sr-only">{` ${name}`}</span>}
      </button>
    </form>
  );
}
