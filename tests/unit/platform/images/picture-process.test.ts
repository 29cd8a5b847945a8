import { setTimeout as delay } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, describe, expect, it, vi } from "vitest";
import { PictureProcess } from "@/lib/platform/images/picture-process";

const settings = { timeoutMs: 1_000, picturesMax: 3, restingBytesMax: 1_000_000, idleMs: 60_000 };
const file = new URL("../../../support/misbehaving-picture-child.ts", import.meta.url);
const misbehaving = new PictureProcess({ ...settings, file });
const real = new PictureProcess({ ...settings, timeoutMs: 10_000, restingBytesMax: 2 ** 30 });
afterAll(() => {
  misbehaving.end();
  real.end();
});

const ask = (order: string) => misbehaving.render(Buffer.from(order));
const refused = (reason: string) => ({ ok: false, error: { kind: "not-a-picture", reason } });
const killed = (reason: string) => ({ ok: false, error: { kind: "killed", reason } });
const isAlive = (pid: number | undefined): boolean => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("a picture process", () => {
  it.each([
    ["answers nothing", "hang", "time"],
    ["never ends", "loop", "time"],
    ["crashes", "crash", "crash"],
    ["outgrows its memory", "grow", "memory"],
    ["answers what is no answer", "lie", "crash"],
  ])("that %s costs one picture, and the next is served", async (_what, order, reason) => {
    expect(await ask("first")).toEqual(refused("first"));
    const before = misbehaving.pid;
    expect(await ask(order)).toEqual(killed(reason));
    await vi.waitFor(() => expect(isAlive(before)).toBe(false), { timeout: 5_000 });
    expect(await ask("next")).toEqual(refused("next"));
    misbehaving.end();
  });

  it("is replaced after its share of pictures, and when it stays fat", async () => {
    expect(await ask("one")).toEqual(refused("one"));
    const first = misbehaving.pid;
    await ask("two");
    expect(misbehaving.pid).toBe(first);
    await ask("three");
    expect(misbehaving.pid).toBeUndefined();
    expect(await ask("fat")).toEqual(refused("fat"));
    expect(misbehaving.pid).toBeUndefined();
  });

  it("ends when nobody has asked for a while", async () => {
    const brief = new PictureProcess({ ...settings, idleMs: 50, file });
    expect(await brief.render(Buffer.from("one"))).toEqual(refused("one"));
    await vi.waitFor(() => expect(brief.pid).toBeUndefined(), { timeout: 5_000 });
  });

  it("is given none of our settings", async () => {
    const answer = await ask("environment");
    expect(answer.ok ? "" : JSON.stringify(answer.error)).toMatch(/"reason":"MALLOC_ARENA_MAX,(NODE_CHANNEL_[A-Z_]+,)*NODE_ENV"/);
  });

  it("renders a real picture", async () => {
    const picture = await sharp({ create: { width: 700, height: 400, channels: 3, background: "#336699" } })
      .jpeg()
      .toBuffer();
    const rendered = await real.render(picture);
    expect(rendered).toMatchObject({ ok: true, value: { width: 700, height: 400, colour: expect.stringMatching(/^#[0-9a-f]{6}$/) } });
    expect(rendered.ok && rendered.value.files).toHaveLength(4);
    expect(await real.render(Buffer.from("<svg/>"))).toEqual(refused("not PNG, JPEG, GIF or WebP"));
    await delay(50);
    expect(isAlive(real.pid)).toBe(true);
  });
});
