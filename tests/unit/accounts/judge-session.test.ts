import { expect, it } from "vitest";
import { judgeSession, type SessionAge } from "@/lib/accounts/judge-session";
import { addMs, dayMs, hourMs, minuteMs } from "@/lib/core/clock";

const start = new Date("2026-11-22T08:00:00Z");
const session: SessionAge = { role: "reader", hasTwoFactor: false, createdAt: start, updatedAt: start, secondFactorAt: null };
const after = (ms: number, patch: Partial<SessionAge> = {}) => judgeSession({ ...session, ...patch }, addMs(start, ms));

it("ends a reader's session after thirty days without use and 180 in all", () => {
  expect(after(30 * dayMs - 1).isAlive).toBe(true);
  expect(after(30 * dayMs).isAlive).toBe(false);
  expect(after(179 * dayMs, { updatedAt: addMs(start, 178 * dayMs) }).isAlive).toBe(true);
  expect(after(180 * dayMs, { updatedAt: addMs(start, 179 * dayMs) }).isAlive).toBe(false);
  expect(after(179 * dayMs, { updatedAt: addMs(start, 178 * dayMs) }).endsAt).toEqual(addMs(start, 180 * dayMs));
});

it("ends anyone else's after thirty minutes without use and twelve hours in all", () => {
  for (const role of ["publisher", "editor", "admin"] as const) {
    expect(after(30 * minuteMs - 1, { role }).isAlive).toBe(true);
    expect(after(30 * minuteMs, { role }).isAlive).toBe(false);
    expect(after(12 * hourMs, { role, updatedAt: addMs(start, 12 * hourMs - 1) }).isAlive).toBe(false);
  }
});

it("takes an editor or admin without a second factor for a reader, and leaves a publisher their role", () => {
  expect(after(0, { role: "admin" }).role).toBe("reader");
  expect(after(0, { role: "editor", secondFactorAt: start }).role).toBe("editor");
  expect(after(0, { role: "publisher" }).role).toBe("publisher");
});

it("lets nobody in who owes a second factor, and waits ten minutes for it", () => {
  expect(after(minuteMs, { hasTwoFactor: true })).toMatchObject({ isAlive: false, isPending: true });
  expect(after(10 * minuteMs, { hasTwoFactor: true })).toMatchObject({ isAlive: false, isPending: false });
  expect(after(minuteMs, { hasTwoFactor: true, secondFactorAt: start })).toMatchObject({ isAlive: true, isPending: false });
});

it("writes use down once a day for a reader and once a minute for staff", () => {
  expect(after(hourMs).isDueForRenewal).toBe(false);
  expect(after(dayMs + 1).isDueForRenewal).toBe(true);
  expect(after(minuteMs + 1, { role: "admin" }).isDueForRenewal).toBe(true);
});
