import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerPath, type NewsroomState } from "./answer-path";
import { loadNewsroom, type Newsroom } from "./load-newsroom";
import { openPictureCache } from "./picture-cache";
import { sendAnswer } from "./send-answer";

export type NewsroomOptions = {
  /** 0 takes any free port. */
  port: number;
  /** The moment all relative times of the newsroom's data count from. */
  epoch: Date;
  now?: () => Date;
  host?: string;
  /** Folder for painted pictures; made when missing. */
  cacheDir: string;
  newsroom?: Newsroom;
};

export type RunningNewsroom = { origin: string; close: () => Promise<void> };

/**
 * Starts the local newsroom: feeds, article pages, home pages and pictures of every bundled title.
 * The same clock gives the same bytes.
 *
 * @returns its origin, and `close`, which resolves when the last connection is gone
 * @throws NewsroomFault when the data files have a fault; the system's error when the port is taken
 */
export async function startNewsroom(options: NewsroomOptions): Promise<RunningNewsroom> {
  const { port, epoch, cacheDir, host = "127.0.0.1", now = () => new Date(), newsroom = loadNewsroom() } = options;
  const pictures = await openPictureCache(cacheDir);
  const state: NewsroomState = { newsroom, epoch, now, pictures, origin: "" };
  const server = createServer((request, response) => void respond(state, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  state.origin = `http://${host.includes(":") ? `[${host}]` : host}:${actualPort}`;
  const close = async () => {
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
    await pictures.close();
  };
  return { origin: state.origin, close };
}

async function respond(state: NewsroomState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const path = new URL(request.url ?? "/", "http://newsroom").pathname;
    await sendAnswer(request, response, await answerPath(state, path));
  } catch (error) {
    // The demo must go on: one picture that cannot be painted is that request's fault only.
    process.stderr.write(`newsroom: ${request.url}: ${error instanceof Error ? error.stack : String(error)}\n`);
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
    response.end();
  }
}
