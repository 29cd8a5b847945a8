// What the board of a list does besides showing itself. All of it works without, by the buttons of its rows.
// In a block, because all scripts of a page share the names outside of one.
{
  const board = document.querySelector("[data-board]");
  const memory = "deskBoard";

  // Other editors: the page says what they did, and leaves what is typed alone.
  const others = board.querySelector("[data-others]");
  const askEveryMs = 5_000;
  let told = Number(board.dataset.version);
  const tellOthers = ({ version, since }) => {
    const acts = since.filter(({ isOwn }) => !isOwn);
    if (version <= told) return;
    told = version;
    const words =
      acts.length === 0 ? "You changed this list in another window." : acts.map(({ editorName, act }) => `${editorName} ${act}.`).join(" ");
    const link = Object.assign(document.createElement("a"), { href: board.dataset.boardPath, textContent: "See the list as it is now" });
    others.replaceChildren(`${words} `, link);
  };
  const ask = async () => {
    if (document.hidden) return;
    const answer = await fetch(`${board.dataset.versionUrl}?seen=${board.dataset.version}`).catch(() => null);
    if (answer?.ok) tellOthers(await answer.json());
  };
  setInterval(ask, askEveryMs);
  document.addEventListener("visibilitychange", ask);
  addEventListener("desk:refused", ask);

  // After an act the page comes anew: whoever works by keyboard goes on at the same row, on the same button.
  const keepPlace = (facts) => {
    try {
      sessionStorage[memory] = JSON.stringify(facts);
    } catch {
      // A private window may refuse; the page then begins at its top.
    }
  };
  const recall = () => {
    try {
      const facts = JSON.parse(sessionStorage[memory] ?? "null");
      sessionStorage.removeItem(memory);
      return facts;
    } catch {
      return null;
    }
  };
  addEventListener("submit", ({ target, submitter }) => {
    if (!target.matches("[data-board-act], [data-board-move]")) return;
    keepPlace({ key: new FormData(target).get("key"), act: submitter?.value });
  });
  const last = recall();
  const row = last && board.querySelector(`[data-pick="${CSS.escape(last.key)}"]`);
  if (row) {
    const act = { pin: "unpin", unpin: "pin" }[last.act] ?? last.act;
    row.setAttribute("data-here", "");
    const button = row.querySelector(`button[value="${CSS.escape(act ?? "")}"]:not(:disabled)`);
    (button ?? row.querySelector("a, button")).focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  // A row is dragged to the place it is to have.
  const move = board.querySelector("[data-board-move]");
  let dragged = null;
  for (const each of move ? board.querySelectorAll("[data-pick][data-slot]") : []) {
    each.draggable = true;
    each.addEventListener("dragstart", (event) => {
      dragged = each;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", each.dataset.pick);
      each.classList.add("is-dragged");
    });
    each.addEventListener("dragend", () => {
      dragged = null;
      each.classList.remove("is-dragged");
    });
  }
  for (const each of move ? board.querySelectorAll("[data-slot]") : []) {
    each.addEventListener("dragover", (event) => {
      if (!dragged || dragged === each) return;
      event.preventDefault();
      each.classList.add("is-over");
    });
    each.addEventListener("dragleave", () => each.classList.remove("is-over"));
    each.addEventListener("drop", (event) => {
      event.preventDefault();
      each.classList.remove("is-over");
      if (!dragged || dragged === each) return;
      move.elements.key.value = dragged.dataset.pick;
      move.elements.slot.value = each.dataset.slot;
      move.requestSubmit(move.querySelector("button"));
    });
  }
}
