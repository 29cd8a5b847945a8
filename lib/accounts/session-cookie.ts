/** Name of the session cookie; the `__Host-` prefix binds it to one https origin, which plain http cannot have. */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? "__Host-broadsheet-session" : "broadsheet-session";
}

/** Name of the cookie that says that this browser has signed in before. */
export function deviceCookieName(isSecure: boolean): string {
  return isSecure ? "__Host-broadsheet-device" : "broadsheet-device";
}
