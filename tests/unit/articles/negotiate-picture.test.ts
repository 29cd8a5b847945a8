import { expect, it } from "vitest";
import { choosePictureFormat, holdsEtag } from "@/app/media/[hash]/[width]/negotiate-picture";

it.each([
  ["image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", "webp"],
  ["image/webp;q=0.8", "webp"],
  ["IMAGE/WEBP", "webp"],
  ["image/webp;q=0", "jpeg"],
  ["image/webp; q=0.0,image/jpeg", "jpeg"],
  ["image/png,image/*;q=0.8,*/*;q=0.5", "jpeg"],
  ["*/*", "jpeg"],
  ["image/webpx", "jpeg"],
  [null, "jpeg"],
])("answers Accept: %s with %s", (accept, format) => {
  expect(choosePictureFormat(accept)).toBe(format);
});

it.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ["*", true],
  ['"aa"', false],
  ["a", false],
  [null, false],
])("reads If-None-Match: %s", (header, isHeld) => {
  expect(holdsEtag(header, '"a"')).toBe(isHeld);
});
