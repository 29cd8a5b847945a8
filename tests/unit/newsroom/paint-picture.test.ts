import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { paintPicture } from "@/prisma/newsroom/paint-picture";

describe("painting pictures", () => {
  it("gives a 3:2 JPEG of the width ordered, equal for equal seeds and other for others", async () => {
    const [one, same, other] = [
      await paintPicture({ scene: "portrait", seed: "a", width: 480 }),
      await paintPicture({ scene: "portrait", seed: "a", width: 480 }),
      await paintPicture({ scene: "portrait", seed: "b", width: 480 }),
    ];
    expect(await sharp(one).metadata()).toMatchObject({ format: "jpeg", width: 480, height: 320 });
    expect(one.equals(same)).toBe(true);
    expect(one.equals(other)).toBe(false);
  }, 60_000);
});
