// What the staff's pages do besides showing themselves. All of it works without, by plain forms and links.
const said = document.querySelector("[data-said]");
const say = (words, kind = "done") => {
  said.dataset.kind = kind;
  said.textContent = words;
};

// On a phone the rooms stand in a row that is wider than the page.
document.querySelector(".desk-bar [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });

// Acts are sent in place, so that a refusal is said on the page and nothing that was typed is lost.
const plainSubmit = (form, { name, value }) => {
  if (name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  HTMLFormElement.prototype.submit.call(form);
};
addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (!form.matches("form[data-desk]") || !submitter || submitter.hasAttribute("aria-busy")) return;
  event.preventDefault();
  const question = submitter.dataset.confirm;
  if (question && !confirm(question)) return;
  const body = new FormData(form, submitter);
  body.set("in-place", "1");
  submitter.setAttribute("aria-busy", "true");
  const answer = await fetch(submitter.getAttribute("formaction") ?? form.getAttribute("action"), { method: "POST", body }).catch(
    () => null,
  );
  submitter.removeAttribute("aria-busy");
  if (!answer) return say("There was no answer: nothing was done. Look whether you are online, and try again.", "refused");
  const read = answer.headers.get("content-type")?.startsWith("application/json") ? await answer.json() : null;
  if (!read) return plainSubmit(form, submitter);
  if (read.to) return read.to === location.pathname + location.search ? location.reload() : location.assign(read.to);
  say(read.words ?? "This is not there any more.", "refused");
  form.dispatchEvent(new CustomEvent("desk:refused", { bubbles: true, detail: read }));
});

// Rows are gone through with j and k; a letter on a button or link of the row (`data-key`) presses it. Letters alone do
// nothing while something is typed, and can be turned off (WCAG 2.1.4) where they are listed.
const rows = () => [...document.querySelectorAll("[data-row]")];
const here = () => document.querySelector("[data-row][data-here]") ?? document.activeElement?.closest("[data-row]");
const goTo = (row) => {
  for (const other of document.querySelectorAll("[data-here]")) other.removeAttribute("data-here");
  row.setAttribute("data-here", "");
  (row.querySelector("a, button") ?? row).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
};
const keysOff = () => {
  try {
    return localStorage.deskKeys === "off";
  } catch {
    return false;
  }
};
const isTyping = ({ target }) => target.closest("input, textarea, select, [contenteditable], dialog") !== null;
const step = (by) => {
  const all = rows();
  const at = all.indexOf(here());
  const next = all[at === -1 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (next) goTo(next);
};
const keyed = (scope, key) => scope && [...scope.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key);
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || keysOff()) return;
  const by = { j: 1, k: -1 }[event.key];
  if (by) return step(by);
  const found = keyed(here(), event.key) ?? keyed(document.querySelector("[data-keys]"), event.key);
  if (!found) return;
  event.preventDefault();
  found.matches("input, select, textarea") ? found.focus() : found.click();
});
for (const box of document.querySelectorAll("[data-keys-choice]")) {
  box.checked = !keysOff();
  box.addEventListener("change", () => {
    try {
      localStorage.deskKeys = box.checked ? "on" : "off";
    } catch {
      // A private window may refuse; the keys then stay as they are.
    }
  });
}
