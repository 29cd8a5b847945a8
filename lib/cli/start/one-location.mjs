// Preloaded into the web process. A page that Next keeps and that leads elsewhere is answered with its `Location` twice
// the first time, once from making it and once from keeping it; whoever joins equal headers by a comma then goes astray.
// An answer has one Location. Source: RFC 9110, section 10.2.2
import { subscribe, unsubscribe } from "node:diagnostics_channel";

const channel = "http.server.request.start";

/** At the first request: all answers of the process are made by one prototype. */
function keepOneLocation({ response }) {
  unsubscribe(channel, keepOneLocation);
  const answers = Object.getPrototypeOf(response);
  const { appendHeader } = answers;
  answers.appendHeader = function appendOnce(name, value) {
    if (name.toLowerCase() === "location" && typeof value === "string") return this.setHeader(name, value);
    return appendHeader.call(this, name, value);
  };
}

subscribe(channel, keepOneLocation);
