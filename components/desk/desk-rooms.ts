/** A place of the staff's own pages. */
export type DeskRoom = { path: string; name: string };

const desk: DeskRoom[] = [
  { path: "/desk", name: "Today" },
  { path: "/desk/lists", name: "Lists" },
  { path: "/desk/find", name: "Find" },
  { path: "/desk/reports", name: "Reports" },
  { path: "/desk/log", name: "Log" },
];

const office: DeskRoom[] = [
  { path: "/admin/titles", name: "Titles" },
  { path: "/admin/health", name: "Health" },
  { path: "/admin/members", name: "Members" },
  { path: "/admin/payouts", name: "Payouts" },
  { path: "/admin/jobs", name: "Jobs" },
  { path: "/admin/settings", name: "Settings" },
];

const partner: DeskRoom[] = [
  { path: "/partner", name: "Overview" },
  { path: "/partner/articles", name: "Articles" },
  { path: "/partner/feeds", name: "Feeds" },
  { path: "/partner/policy", name: "Policy" },
  { path: "/partner/statements", name: "Statements" },
];

/** Where someone of the staff may go, in the order of the bar. */
export function roomsOf(role: "editor" | "admin" | "publisher"): DeskRoom[] {
  if (role === "publisher") return partner;
  return role === "admin" ? [...desk, ...office] : desk;
}

/** The room that a path stands in: the longest that begins it; null for none. */
export function roomAt(rooms: readonly DeskRoom[], path: string): DeskRoom | null {
  const holding = rooms.filter((room) => path === room.path || path.startsWith(`${room.path}/`));
  return holding.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}
