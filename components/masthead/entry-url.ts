/** The sign-up page, which leads back to where the reader was. */
export function signUpUrl(returnTo: string): string {
  return `/sign-up?returnTo=${encodeURIComponent(returnTo)}`;
}

/** The sign-in page, which leads back to where the reader was. */
export function signInUrl(returnTo: string): string {
  return `/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
}
