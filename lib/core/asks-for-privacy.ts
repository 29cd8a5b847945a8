/**
 * Whether a request asks that whoever sent it is not followed.
 *
 * Source: Global Privacy Control (`Sec-GPC`), Tracking Preference Expression (`DNT`)
 */
export function asksForPrivacy(headers: Pick<Headers, "get">): boolean {
  return headers.get("sec-gpc") === "1" || headers.get("dnt") === "1";
}
