/** What a form says when it could not be taken: one line for the whole, one for each field at fault. */
export type FormError = { message: string; fields: Partial<Record<string, string>> };

/** A path to POST to, or a server action. */
export type FormAction = string | ((form: FormData) => void | Promise<void>);
