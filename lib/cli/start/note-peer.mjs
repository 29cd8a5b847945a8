// Preloaded into the web process. Next tells an application where a request came from by X-Forwarded-For alone, and
// leaves a header that the sender made up as it is. As every honest proxy does, we append what the connection itself
// says, before Next sees the request: the last hop is always true.
import { subscribe } from "node:diagnostics_channel";

subscribe("http.server.request.start", ({ request, socket }) => {
  const claimed = request.headers["x-forwarded-for"];
  const peer = socket.remoteAddress ?? "unknown";
  request.headers["x-forwarded-for"] = claimed ? `${claimed}, ${peer}` : peer;
});
