// Onboarding is a whole page without this: here it shows the page that is being picked at once, instead of at a button.
{
  const form = document.querySelector("form[data-start]");
  let asking = new AbortController();

  const choices = () => {
    const fields = new FormData(form);
    for (const name of ["returnTo", "followed"]) fields.delete(name);
    return new URLSearchParams(fields);
  };

  // The server's times are exact; the frame's own script told those that were there at first in words.
  const tellTimes = (part) => {
    for (const time of part.querySelectorAll("time[data-ago]")) {
      const at = new Date(time.dateTime);
      const minutes = (Date.now() - at) / 60_000;
      time.title = at.toLocaleString([], { dateStyle: "long", timeStyle: "short" });
      if (minutes < 1) time.textContent = "Just now";
      else if (minutes < 60) time.textContent = `${Math.floor(minutes)} min ago`;
      else if (minutes < 1_440) time.textContent = `${Math.floor(minutes / 60)} h ago`;
      else if (minutes < 2_880) time.textContent = "Yesterday";
    }
  };

  // Chips are only put in place anew where the offer has changed, so that the one under the finger stays.
  const isSame = (before, after) =>
    before.matches("fieldset") &&
    [...before.querySelectorAll("input")].map(({ value }) => value).join() ===
      [...after.querySelectorAll("input")].map(({ value }) => value).join();

  const put = (html) => {
    const answer = new DOMParser().parseFromString(html, "text/html");
    for (const after of answer.querySelectorAll("[data-live]")) {
      const before = document.getElementById(after.id);
      if (!before || isSame(before, after)) continue;
      const focused = before.contains(document.activeElement) ? document.activeElement : null;
      tellTimes(after);
      if (before.matches("[role=status]")) before.replaceChildren(...after.childNodes);
      else before.replaceWith(after);
      if (focused?.value) after.querySelector(`[value="${CSS.escape(focused.value)}"]`)?.focus({ preventScroll: true });
    }
  };

  const refresh = async () => {
    asking.abort();
    asking = new AbortController();
    const query = choices();
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`${form.dataset.start}?${query}`, { signal: asking.signal });
      if (!answer.ok) return form.setAttribute("data-slow", "");
      put(await answer.text());
      form.removeAttribute("data-slow");
      history.replaceState(null, "", `${form.getAttribute("action")}?${query}`);
    } catch (fault) {
      // The button that asks for the page comes back where the way to the server is broken.
      if (fault.name !== "AbortError") form.setAttribute("data-slow", "");
    } finally {
      form.removeAttribute("aria-busy");
    }
  };

  form?.addEventListener("change", refresh);
}
