import { describe, expect, it } from "vitest";
import { type Asker, compareRoutes, isAsDeclared } from "../../e2e/access-rules";
import { accessTable } from "../../e2e/access-table";

const visitor: Asker = { name: "visitor", cookie: null, staff: null };
const reader: Asker = { name: "reader", cookie: "session=1", staff: null };
const editor: Asker = { name: "editor", cookie: "session=2", staff: "editor" };
const admin: Asker = { name: "admin", cookie: "session=3", staff: "admin" };
const everyone = [visitor, reader, editor, admin];

const says = (access: "editor" | "admin", status: number) => everyone.map((asker) => isAsDeclared(access, asker, { status, headers: {} }));

describe("the access table", () => {
  it("demands a row for every route of a build, a desk's and an office's among them", () => {
    const routes = [...Object.keys(accessTable), "/desk/planted", "/admin/planted/[id]"];
    expect(compareRoutes(routes, accessTable)).toEqual({ undeclared: ["/desk/planted", "/admin/planted/[id]"], gone: [] });
  });

  it("allows no row for a route that is gone, whatever objects have by nature", () => {
    const row = { get: "all", post: "none" } as const;
    expect(compareRoutes(["constructor"], { "/left": row })).toEqual({ undeclared: ["constructor"], gone: ["/left"] });
  });

  it("lets a desk open to staff alone, and not be there for anyone else", () => {
    expect(says("editor", 200)).toEqual([false, false, true, true]);
    expect(says("editor", 404)).toEqual([true, true, false, false]);
    expect(says("admin", 200)).toEqual([false, false, false, true]);
    expect(says("admin", 404)).toEqual([true, true, true, false]);
  });

  it("takes neither a redirect nor a refusal in words for a page that should not be there", () => {
    for (const status of [302, 303, 401, 403, 500]) expect(says("editor", status)).toEqual([false, false, false, false]);
  });
});
