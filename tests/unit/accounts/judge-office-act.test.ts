import { describe, expect, it } from "vitest";
import { judgeOfficeAct } from "@/lib/accounts/judge-office-act";

const ada = { userId: "ada", role: "reader", isEmailVerified: true } as const;

describe("the office's rules", () => {
  it("allow nothing on one's own account, and the operator has none", () => {
    const self = /your own account/;
    expect(judgeOfficeAct({ kind: "other" }, ada, "ada")).toMatch(self);
    expect(judgeOfficeAct({ kind: "erase" }, ada, "ada")).toMatch(self);
    expect(judgeOfficeAct({ kind: "role", to: "admin", title: null, otherAdmins: 3 }, ada, "ada")).toMatch(self);
    expect(judgeOfficeAct({ kind: "other" }, ada, "eve")).toBeNull();
    expect(judgeOfficeAct({ kind: "other" }, ada, null)).toBeNull();
  });

  it("leave an admin, whoever asks", () => {
    const admin = { ...ada, role: "admin" } as const;
    for (const actor of ["eve", null]) {
      expect(judgeOfficeAct({ kind: "role", to: "reader", title: null, otherAdmins: 0 }, admin, actor)).toMatch(/last admin/);
      expect(judgeOfficeAct({ kind: "role", to: "admin", title: null, otherAdmins: 0 }, admin, actor)).toBeNull();
      expect(judgeOfficeAct({ kind: "role", to: "reader", title: null, otherAdmins: 1 }, admin, actor)).toBeNull();
    }
  });

  it("erase nobody who has a role", () => {
    for (const role of ["publisher", "editor", "admin"] as const)
      expect(judgeOfficeAct({ kind: "erase" }, { ...ada, role }, "eve")).toMatch(/role away first/);
    expect(judgeOfficeAct({ kind: "erase" }, ada, "eve")).toBeNull();
  });

  it("give a role only to a proven address, and a publisher's only with a title", () => {
    const unproven = { ...ada, isEmailVerified: false };
    expect(judgeOfficeAct({ kind: "role", to: "editor", title: null, otherAdmins: 1 }, unproven, "eve")).toMatch(/not confirmed/);
    expect(judgeOfficeAct({ kind: "role", to: "reader", title: null, otherAdmins: 1 }, unproven, "eve")).toBeNull();
    expect(judgeOfficeAct({ kind: "role", to: "publisher", title: null, otherAdmins: 1 }, ada, "eve")).toMatch(/which title/);
    expect(judgeOfficeAct({ kind: "role", to: "publisher", title: "post", otherAdmins: 1 }, ada, "eve")).toBeNull();
  });
});
