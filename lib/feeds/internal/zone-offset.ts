/** Minutes east of UTC for the zone names that feeds use; names of several zones mean the one most feeds mean. */
const zoneMinutes: Record<string, number> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  IST: 330,
  CET: 60,
  MET: 60,
  MEZ: 60,
  CEST: 120,
  MEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  SAST: 120,
  CAT: 120,
  EAT: 180,
  WAT: 60,
  MSK: 180,
  MSD: 240,
  TRT: 180,
  AST: -240,
  ADT: -180,
  NST: -210,
  NDT: -150,
  EST: -300,
  EDT: -240,
  ET: -300,
  CST: -360,
  CDT: -300,
  CT: -360,
  MST: -420,
  MDT: -360,
  MT: -420,
  PST: -480,
  PDT: -420,
  PT: -480,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  BRT: -180,
  BRST: -120,
  ART: -180,
  CLT: -240,
  CLST: -180,
  PKT: 300,
  NPT: 345,
  BDT: 360,
  ICT: 420,
  WIB: 420,
  WITA: 480,
  WIT: 540,
  HKT: 480,
  SGT: 480,
  MYT: 480,
  PHT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

/**
 * Offset of the zone that follows a time.
 *
 * @param after the text right after the time: "+0200", " GMT+2", "-05:00", "Z", " EDT", " PM PST"
 * @param whole the whole date, in which a zone may stand elsewhere ("Tue Mar 3 10:00:00 EST 2026")
 * @returns minutes east of UTC; 0 where none is named or known
 * Source: RFC 5322 section 4.3 for the American zones
 */
export function zoneOffsetMinutes(after: string, whole: string): number {
  const offset = after.match(/(?:^|\s|[A-Z])(?:GMT|UTC)?\s?([+\u2212-])(\d{1,2}):?(\d{2})?(?![\d:])/i);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes <= 14 * 60 ? minutes * (offset[1] === "+" ? 1 : -1) : 0;
  }
  const names = [...after.matchAll(/[A-Z]{1,5}/g), ...whole.matchAll(/\b[A-Z]{2,5}\b/g)].map((match) => match[0]);
  return names.map((name) => zoneMinutes[name]).find((minutes) => minutes !== undefined) ?? 0;
}
