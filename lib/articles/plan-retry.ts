/** Minutes before each further try of a picture whose host could not be reached: within six hours, then given up. */
const waitMinutes = [1, 4, 16, 64, 256];
/** From this try on, pages leave the picture out instead of showing its empty box. */
const patientTries = 2;

/**
 * What becomes of a picture that could not be fetched but may be another time.
 *
 * @param attempt how many tries went before this one
 * @param retryAfterSec seconds the host asked for; it only lengthens the wait
 * @returns null when this was the last try
 */
export function planRetry(attempt: number, retryAfterSec: number | null): { delaySec: number; isHidden: boolean } | null {
  const minutes = waitMinutes[attempt];
  if (minutes === undefined) return null;
  return { delaySec: Math.max(minutes * 60, retryAfterSec ?? 0), isHidden: attempt + 1 >= patientTries };
}
