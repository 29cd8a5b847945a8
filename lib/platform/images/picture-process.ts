import type { ChildProcess } from "node:child_process";
import { err, ok, type Result } from "@/lib/core/result";
import { type ChildFault, forkChild, holdOpen, nextMessage } from "@/lib/platform/forked-child";
import { memoryExitCode, type PictureFault, RenderAnswer, type RenderedPicture, type RenderRequest } from "./rendered-picture";

export type ProcessSettings = {
  /** Wall time for one picture, in milliseconds. */
  timeoutMs: number;
  /** After so many pictures the process is replaced: decoders leak. */
  picturesMax: number;
  /** Resident memory between two pictures above which it is replaced. */
  restingBytesMax: number;
  /** Without work for so long it is ended, in milliseconds. */
  idleMs: number;
  /** The process's module; another one only in tests. */
  file?: URL;
};

/** Pixels live outside of it. */
const heapMb = 128;

/** Loading sharp and compiling our modules, on a busy machine. */
const startMsMax = 60_000;

/**
 * One child process that decodes one picture at a time. A picture that crashes it, takes too long or too much
 * memory costs that picture; the next is served by a fresh process. It is given neither our settings nor our
 * secrets, dies with us, and keeps no process alive while idle.
 */
export class PictureProcess {
  private child: ChildProcess | null = null;
  private served = 0;
  private idleTimer: NodeJS.Timeout | undefined;

  constructor(private readonly settings: ProcessSettings) {}

  /** Renders one picture. The clock starts when the process is ready, so that a cold start costs no picture its time. */
  async render(bytes: Uint8Array): Promise<Result<RenderedPicture, PictureFault>> {
    clearTimeout(this.idleTimer);
    const started = this.child ? ok(this.child) : await this.start();
    if (!started.ok) return started;
    const child = started.value;
    holdOpen(child, true);
    const answered = nextAnswer(child, this.settings.timeoutMs);
    const request: RenderRequest = { bytes };
    // A channel that has just closed tells so to this callback; the exit tells it to whoever waits.
    child.send(request, () => undefined);
    const answer = await answered;
    this.served += 1;
    if (!answer.ok) {
      this.end();
      return answer;
    }
    this.rest(child, answer.value);
    return toResult(answer.value);
  }

  /** The process's number while there is one: for those who watch its memory. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Kills the process; the next picture starts another. */
  end(): void {
    clearTimeout(this.idleTimer);
    this.child?.kill("SIGKILL");
    this.child = null;
  }

  private async start(): Promise<Result<ChildProcess, PictureFault>> {
    const child = forkChild({ file: this.settings.file ?? new URL("./picture-child.ts", import.meta.url), heapMb });
    this.child = child;
    this.served = 0;
    child.on("exit", () => {
      if (this.child === child) this.child = null;
    });
    const ready = await nextAnswer(child, startMsMax);
    if (ready.ok) return ok(child);
    this.end();
    return err({ kind: "unavailable", reason: "the picture process did not start" });
  }

  private rest(child: ChildProcess, answer: RenderAnswer): void {
    const isTired = this.served >= this.settings.picturesMax;
    if (isTired || (answer.kind !== "ready" && answer.rssBytes > this.settings.restingBytesMax)) {
      this.end();
      return;
    }
    holdOpen(child, false);
    this.idleTimer = setTimeout(() => this.end(), this.settings.idleMs);
    this.idleTimer.unref();
  }
}

async function nextAnswer(child: ChildProcess, timeoutMs: number): Promise<Result<RenderAnswer, PictureFault>> {
  const said = await nextMessage(child, timeoutMs);
  if (!said.ok) return err({ kind: "killed", reason: reasonOf(said.error) });
  // What a taken-over decoder may write to us is a stranger's word like any other.
  const answer = RenderAnswer.safeParse(said.value);
  return answer.success ? ok(answer.data) : err({ kind: "killed", reason: "crash" });
}

function reasonOf(fault: ChildFault): "time" | "memory" | "crash" {
  if (fault.kind === "time") return "time";
  return fault.kind === "exit" && fault.code === memoryExitCode ? "memory" : "crash";
}

function toResult(answer: RenderAnswer): Result<RenderedPicture, PictureFault> {
  switch (answer.kind) {
    case "rendered":
      return ok(answer.picture);
    case "refused":
      return err({ kind: "not-a-picture", reason: answer.reason });
    case "ready":
      return err({ kind: "killed", reason: "crash" });
    default:
      return answer satisfies never;
  }
}
