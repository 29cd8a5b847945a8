import { expect, it } from "vitest";
import { layOut, lettersOf, signatureOf } from "@/lib/stories/engine/article-numbers";
import { readLetters } from "@/lib/stories/engine/letter-likeness";
import { openNumberRoom } from "@/lib/stories/engine/number-room";
import { signText } from "@/lib/stories/engine/text-signature";
import { termAt, toVector, weightAt } from "@/lib/stories/engine/vector";

const letters = readLetters("Ferry sinks off Quillan");
const signature = signText(Array.from({ length: 40 }, (_, index) => `word${index}`));
const vector = toVector([3, 70_000], [9_000, 4_000]);

it("gives back what was laid out, each behind the other", () => {
  const article = layOut(vector, letters, signature, openNumberRoom());
  expect([termAt(article, 0), termAt(article, 1), weightAt(article, 0), weightAt(article, 1)]).toEqual([3, 70_000, 9_000, 4_000]);
  expect(lettersOf(article)).toEqual(letters);
  expect(signature).not.toBeNull();
  expect(signatureOf(article)).toEqual(signature);
});

it("knows what is not there", () => {
  const article = layOut(toVector([], []), new Uint16Array(), null, openNumberRoom());
  expect([article.termCount, lettersOf(article).length, signatureOf(article)]).toEqual([0, 0, null]);
  const short = layOut(vector, letters, null, openNumberRoom());
  expect([lettersOf(short), signatureOf(short)]).toEqual([letters, null]);
});
