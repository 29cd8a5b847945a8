/** Who of the staff looks at a page. */
export type DeskStaff = { name: string; role: "editor" | "admin" };
