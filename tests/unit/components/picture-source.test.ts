import { expect, it } from "vitest";
import { pictureSource } from "@/components/picture/picture-source";

it("offers every width up to what the place can show", () => {
  expect(pictureSource("h", 1600, 1440).srcSet).toBe("/media/h/320 320w, /media/h/640 640w, /media/h/960 960w, /media/h/1440 1440w");
});

it("offers no width beyond the first that holds the whole picture", () => {
  expect(pictureSource("h", 500, 1440).srcSet).toBe("/media/h/320 320w, /media/h/640 640w");
});

it("sends a thumbnail as one address", () => {
  expect(pictureSource("h", 1600, 320)).toEqual({ src: "/media/h/320" });
});

it("offers every width of a picture whose size is not known yet", () => {
  expect(pictureSource("h", null, 960).srcSet).toBe("/media/h/320 320w, /media/h/640 640w, /media/h/960 960w");
});
