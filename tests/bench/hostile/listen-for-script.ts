/**
 * Written into every document of the browser before anything in it runs: what attack strings call by convention tells
 * which frame called it, down to frames that the strings make themselves. Plain script, since it is sent as text.
 */
export const listenForScript = `(() => {
  const tell = () => {
    let frame = window, id = "unknown";
    try {
      while (frame !== frame.parent && !/^v-/.test(frame.name)) frame = frame.parent;
      if (/^v-/.test(frame.name)) id = frame.name;
    } catch {}
    console.info("xss-ran:" + id);
  };
  // What the compiler calls to keep names of the functions sent here.
  window.__name = (made) => made;
  for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = tell;
  for (const name of ["log", "warn", "error"]) console[name] = tell;
})()`;

/** A construct that could run script, in a document that should hold none. */
export type Construct = { id: string; what: string };

/** What one frame shows; `ends`: how many strings must each have left an end mark. */
export type Document = { id: string; html: string; ends?: number };

/**
 * Runs in the browser: shows each document in a frame of its own, waits until it has loaded, wakes its handlers and
 * code addresses as a reader's hand would, and lists what in it could run.
 */
export async function showDocuments(documents: Document[]): Promise<Construct[]> {
  const inert =
    "iframe,object,embed,base,meta,link:not([rel=preload]),style,applet,frame,frameset,math,template,script:not([type='application/ld+json'])";
  const scheme = (value: string) => /^[a-z]+:/i.exec(value.replace(/[^\x21-\x7e]/g, ""))?.[0].toLowerCase() ?? "";
  const isCode = (value: string) =>
    ["javascript:", "vbscript:"].includes(scheme(value)) || (scheme(value) === "data:" && !/data:image\/(png|jpe?g|gif|webp)/i.test(value));
  const addresses = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset"];
  const found: Construct[] = [];
  const wake = (element: Element, type: string) => {
    try {
      element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    } catch {
      // A handler's own fault is no fault of ours.
    }
  };
  const press = (element: Element) => {
    if ("click" in element && typeof element.click === "function") element.click();
  };
  const inspectAttribute = (id: string, element: Element, { name, value }: Attr) => {
    const isHandler = name.startsWith("on");
    const isAddress = addresses.includes(name) && isCode(value);
    if (isHandler || isAddress) found.push({ id, what: `${element.tagName} ${name}=${value.slice(0, 60)}` });
    if (isHandler) wake(element, name.slice(2));
    if (isAddress) press(element);
  };
  const inspect = (id: string, element: Element) => {
    if (element.matches(inert)) found.push({ id, what: element.tagName });
    for (const attribute of [...element.attributes]) inspectAttribute(id, element, attribute);
  };
  const frames = await Promise.all(
    documents.map(
      ({ id, html, ends }) =>
        new Promise<HTMLIFrameElement>((resolve) => {
          const frame = document.createElement("iframe");
          frame.name = id;
          frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups");
          frame.addEventListener("load", () => resolve(frame), { once: true });
          // Some raw strings keep their frame from ever being loaded; ours must be, however slow the machine.
          setTimeout(() => resolve(frame), ends ? 20_000 : 1_500);
          frame.srcdoc = html;
          document.body.append(frame);
        }),
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 60));
  const examine = (frame: HTMLIFrameElement) => {
    const select = (selector: string) => [...(frame.contentDocument?.querySelectorAll(selector) ?? [])];
    for (const element of select("*")) inspect(frame.name, element);
    for (const data of select("script")) JSON.parse(data.textContent ?? "");
    const ends = new Set(select("i[data-end]").map((end) => end.getAttribute("data-end"))).size;
    const expected = documents.find(({ id }) => id === frame.name)?.ends ?? ends;
    if (ends !== expected) found.push({ id: frame.name, what: `${ends} end marks of ${expected}` });
  };
  for (const frame of frames) {
    try {
      examine(frame);
    } catch (fault) {
      found.push({ id: frame.name, what: String(fault) });
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 40));
  for (const frame of frames) frame.remove();
  return found;
}
