// Everything here improves a page that is already whole without it.
const root = document.documentElement;
const recall = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const remember = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A private window may refuse; the choice then lasts for this page.
  }
};

// A picture that fails leaves no hole: the stylesheet drops it with its figure, and the card reads as one without a picture.
// One that came too late for the page may have been fetched meanwhile: it is asked for once more.
const dropPicture = (picture) => {
  picture.setAttribute("data-failed", "");
  if (picture.hasAttribute("data-tried-again")) return;
  picture.setAttribute("data-tried-again", "");
  setTimeout(() => {
    const probe = new Image();
    probe.onload = () => {
      picture.removeAttribute("data-failed");
      picture.src = probe.src;
      picture.removeAttribute("srcset");
    };
    probe.src = picture.currentSrc;
  }, 6_000);
};
const hasFailed = (picture) => picture.complete && picture.naturalWidth === 0 && picture.currentSrc !== "";
addEventListener("load", () => {
  for (const picture of document.images) if (hasFailed(picture)) dropPicture(picture);
  addEventListener("error", ({ target }) => target instanceof HTMLImageElement && dropPicture(target), true);
});

for (const select of document.querySelectorAll("[data-theme-choice]")) {
  select.value = recall("theme") ?? "system";
  select.addEventListener("change", () => {
    remember("theme", select.value);
    if (select.value === "system") delete root.dataset.theme;
    else root.dataset.theme = select.value;
  });
}

const textSizes = ["small", "normal", "large", "largest"];
for (const button of document.querySelectorAll("[data-text-step]")) {
  button.addEventListener("click", () => {
    const at = Math.max(0, textSizes.indexOf(root.dataset.textSize ?? "normal"));
    const next = textSizes[Math.min(textSizes.length - 1, Math.max(0, at + Number(button.dataset.textStep)))];
    root.dataset.textSize = next;
    remember("textSize", next);
  });
}

for (const button of document.querySelectorAll("[data-share]")) {
  const words = button.querySelector("span");
  button.addEventListener("click", async () => {
    const shared = { title: document.title, url: document.querySelector("link[rel=canonical]")?.href ?? location.href };
    if (navigator.share) return navigator.share(shared).catch(() => undefined);
    await navigator.clipboard.writeText(shared.url);
    words.textContent = "Link copied";
    setTimeout(() => (words.textContent = "Share"), 2_000);
  });
}

for (const button of document.querySelectorAll("[data-listen]")) {
  const text = document.querySelector(".prose");
  const words = button.querySelector("span");
  if (!("speechSynthesis" in globalThis) || !text) {
    button.remove();
    continue;
  }
  const stop = () => {
    speechSynthesis.cancel();
    words.textContent = "Listen";
    button.setAttribute("aria-pressed", "false");
  };
  addEventListener("pagehide", stop);
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") return stop();
    const blocks = [...text.querySelectorAll("p, h2, h3, li, blockquote")].filter((block) => !block.querySelector("p, li"));
    blocks.forEach((block, index) => {
      const speech = new SpeechSynthesisUtterance(block.textContent);
      speech.lang = text.lang || text.closest("[lang]").lang;
      if (index === blocks.length - 1) speech.onend = stop;
      speechSynthesis.speak(speech);
    });
    words.textContent = "Stop";
    button.setAttribute("aria-pressed", "true");
  });
}

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  for (const button of document.querySelectorAll("[data-install]")) {
    button.setAttribute("data-ready", "");
    button.addEventListener("click", () => event.prompt(), { once: true });
  }
});

// One open menu at a time, closed by Escape or a click outside.
const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) if (menu !== except) menu.open = false;
};
addEventListener("click", ({ target }) => closeMenus(target.closest?.("details[data-menu]")));
addEventListener("keydown", ({ key }) => key === "Escape" && closeMenus(null));
