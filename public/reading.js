// What a signed-in reader's pages do besides showing themselves. All of it works without, by plain forms and links; only
// how far one has come in an article is kept by this script alone.
const isLeftAlone = navigator.globalPrivacyControl === true || navigator.doNotTrack === "1";
const tell = (url, facts) => navigator.sendBeacon(url, new URLSearchParams({ ...facts, "in-place": "1" }));

// Small acts (follow, save, forget) are sent in place; where that fails, the form is sent as if there were no script.
const plainSubmit = (form, { name, value }) => {
  const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
  if (name) form.append(field);
  HTMLFormElement.prototype.submit.call(form);
};
const turn = (button) => {
  const isOn = button.value === "1";
  button.setAttribute("aria-pressed", String(isOn));
  button.value = isOn ? "0" : "1";
  (button.querySelector("[data-label]") ?? button).textContent = isOn ? button.dataset.onLabel : button.dataset.offLabel;
};
const removeRow = (form) => {
  const row = form.closest("[data-removable]");
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  row?.remove();
  (next?.querySelector("button, a") ?? document.querySelector("main"))?.focus();
};
addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (!form.matches("form[data-act]") || !submitter || submitter.hasAttribute("aria-busy")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, submitter));
  body.set("in-place", "1");
  submitter.setAttribute("aria-busy", "true");
  const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
  submitter.removeAttribute("aria-busy");
  if (answer?.status !== 204) return plainSubmit(form, submitter);
  if (form.dataset.act === "remove") removeRow(form);
  else if (submitter.hasAttribute("aria-pressed")) turn(submitter);
});

// Why a card stands where it does opens over the page instead of in its place.
const openOver = async (link) => {
  const answer = await fetch(link.href).catch(() => null);
  if (!answer?.ok || answer.redirected) return location.assign(link.href);
  const there = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = there.querySelector("main > .why-page") ?? there.querySelector("main");
  const dialog = document.createElement("dialog");
  dialog.className = "over";
  const close = Object.assign(document.createElement("button"), { type: "button", className: "over-close", textContent: "Close" });
  close.addEventListener("click", () => dialog.close());
  const inside = document.createElement("div");
  inside.append(close, ...[...part.childNodes].map((node) => document.adoptNode(node)));
  dialog.append(inside);
  const name = inside.querySelector("h1, h2");
  if (name) {
    name.id ||= "over-name";
    dialog.setAttribute("aria-labelledby", name.id);
  }
  // What leads away comes back to the page that lies below.
  for (const field of dialog.querySelectorAll("input[name=returnTo]")) field.value = location.pathname + location.search;
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
};
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-why]");
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  void openOver(link);
});

// An article's sentences, counted through its blocks: the same on every device and width.
const text = document.querySelector("[data-progress-url]");
const prose = text?.querySelector(".prose");
const segmenter = prose && Intl.Segmenter && new Intl.Segmenter(prose.closest("[lang]").lang, { granularity: "sentence" });
const blocks = [...(prose?.querySelectorAll("p, h2, h3, h4, li, blockquote, pre, dd") ?? [])]
  .filter((block) => !block.querySelector("p, li, blockquote"))
  .map((block) => ({ block, starts: sentenceStarts(block) }))
  .filter(({ starts }) => starts.length > 0);

function sentenceStarts(block) {
  if (!segmenter) return [];
  const starts = [];
  for (const { index, segment } of segmenter.segment(block.textContent)) if (segment.trim()) starts.push(index);
  return starts;
}

/** The part of a block's text between two offsets. */
function rangeOf(block, from, to) {
  const range = document.createRange();
  const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const end = before + node.length;
    if (from >= before && from < end) range.setStart(node, from - before);
    if (to <= end) {
      range.setEnd(node, to - before);
      return range;
    }
    before = end;
  }
  range.setEnd(block, block.childNodes.length);
  return range;
}

const bar = document.querySelector(".bar");
/** Where the text begins to be seen, below the bar that stays. */
const topLine = () => (getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0);
const lineOfText = 30;
const lineAbove = 24;

/** The sentence that began last at or above the first line that is seen. */
function sentenceAtTop() {
  const line = topLine();
  let count = 0;
  let found = 0;
  for (const { block, starts } of blocks) {
    const { top, bottom } = block.getBoundingClientRect();
    if (top > line + lineOfText) return found;
    if (bottom <= line + 8) found = count + starts.length;
    else {
      const begun = starts.filter((start) => rangeOf(block, start, start + 1).getBoundingClientRect().top <= line + lineOfText);
      return count + Math.max(0, begun.length - 1);
    }
    count += starts.length;
  }
  return Math.min(found, Math.max(0, count - 1));
}

function goOn(wanted) {
  let count = 0;
  for (const { block, starts } of blocks) {
    const at = wanted - count;
    count += starts.length;
    if (at >= starts.length && block !== blocks.at(-1).block) continue;
    const place = Math.min(at, starts.length - 1);
    const range = rangeOf(block, starts[place], starts[place + 1] ?? block.textContent.length);
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const [first] = range.getClientRects();
    scrollTo({ top: scrollY + first.top - topLine() - lineAbove, behavior: isCalm ? "instant" : "smooth" });
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    // Shown without a change to the text, for a few seconds.
    globalThis.CSS?.highlights?.set("go-on", new Highlight(range));
    setTimeout(() => globalThis.CSS?.highlights?.delete("go-on"), 4_000);
    return;
  }
}
for (const button of document.querySelectorAll("[data-go-on]")) {
  if (blocks.length === 0) button.closest(".go-on").remove();
  button.addEventListener("click", () => goOn(Number(button.dataset.goOn)));
}

// How far its reader has come: seconds in which the page was seen by someone who moved, and where they are.
const idleMs = 30_000;
const firstBeatSec = 5;
const beatSec = 15;
if (text && prose && !isLeftAlone) {
  let movedAt = Date.now();
  let isOpened = false;
  let isFirst = true;
  let active = 0;
  let depth = 0;
  for (const kind of ["scroll", "pointermove", "pointerdown", "keydown", "touchmove"])
    addEventListener(kind, () => (movedAt = Date.now()), { passive: true });
  const send = () => {
    tell(text.dataset.progressUrl, { revision: text.dataset.revision, active, depth, sentence: isOpened ? sentenceAtTop() : 0 });
    active = 0;
    isOpened = true;
  };
  const look = () => {
    if (document.visibilityState !== "visible") return;
    if (!isOpened) send();
    const { top, height } = prose.getBoundingClientRect();
    depth = Math.max(depth, Math.round(Math.min(1, Math.max(0, (innerHeight - top) / height)) * 100));
    if (Date.now() - movedAt > idleMs) return;
    active += 1;
    if (active < (isFirst ? firstBeatSec : beatSec)) return;
    isFirst = false;
    send();
  };
  setInterval(look, 1_000);
  const leave = () => isOpened && active > 0 && send();
  addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leave() : look()));
  addEventListener("pagehide", leave);
  look();
}

// Which cards were seen for a second without being opened, told once a page view.
const seenMax = 60;
const cards = document.querySelectorAll("[data-article]");
if (cards.length > 0 && !isLeftAlone) {
  const waiting = new Map();
  const seen = new Set();
  const told = new Set();
  const watcher = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        clearTimeout(waiting.get(target));
        if (isIntersecting)
          waiting.set(
            target,
            setTimeout(() => seen.add(target.dataset.article), 1_000),
          );
      }
    },
    { threshold: 0.5 },
  );
  for (const card of cards) {
    watcher.observe(card);
    card.addEventListener("click", ({ target }) => target.closest("a[href^='/article/']") && told.add(card.dataset.article));
  }
  const tellSeen = () => {
    const ids = [...seen].filter((id) => !told.has(id)).slice(0, Math.max(0, seenMax - told.size));
    if (ids.length > 0) tell("/reading/seen", { ids: ids.join(" ") });
    for (const id of ids) told.add(id);
  };
  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && tellSeen());
  addEventListener("pagehide", tellSeen);
}

// The reader's own clock, for a form that does not know it yet.
for (const field of document.querySelectorAll("[data-time-zone]")) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (field.dataset.timeZone === "" && [...field.options].some(({ value }) => value === here)) field.value = here;
}
