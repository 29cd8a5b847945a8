// A page that waits for the worker looks again by itself until what it waits for is there, and is then shown anew.
const lookEveryMs = 700;
const looksMax = 260;
const waiting = () => document.querySelector("[data-waiting]");
const lookAgain = async (left) => {
  if (left === 0 || !waiting()) return;
  await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  const answer = await fetch(location.href).catch(() => null);
  const html = answer?.ok ? await answer.text() : null;
  if (html !== null && !html.includes("data-waiting")) return location.reload();
  return lookAgain(left - 1);
};
if (waiting()) void lookAgain(looksMax);
