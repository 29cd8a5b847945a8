import type { ChildProcess } from "node:child_process";
import { setPriority } from "node:os";
import { deserialize } from "node:v8";
import { err, ok, type Result } from "@/lib/core/result";
import { type ChildFault, forkChild, holdOpen, nextMessage } from "@/lib/platform/forked-child";
import { ChildMessage } from "./child-message";

export type Killed = { kind: "killed"; reason: "time" | "memory" | "crash"; detail: string };

export type ProcessSettings = {
  /** The process's module: a file that calls `serveKillable`. */
  file: URL;
  /** CPU time for one document, in milliseconds; five times as much by the clock on the wall. */
  timeoutMs: number;
  /** Old generation of its heap, in MiB. */
  heapMb: number;
  /** Without work for so long it is ended, in milliseconds; a minute unless told. */
  idleMs?: number;
  /** How far it stands back for other processes, 0 to 19; not at all unless told. */
  niceness?: number;
};

/** A process from the moment it was forked. Tired: it goes once its successor is there. Spent: it serves nobody more. */
type Started = { child: ChildProcess; ready: Promise<Result<void, Killed>>; isReady: boolean; isTired: boolean; isSpent: boolean };

/** Loading and compiling the process's modules, on a busy machine. */
const startMsMax = 60_000;

const idleMsUsual = 60_000;

/** A process that waits for its turn on a busy machine, or for nothing at all, is ended after so many times its CPU time. */
const wallTimes = 5;

/**
 * Young generation of the heap, in MiB: a document's strings die young, and three times this is resident. With 4 a feed's
 * reading is swept 344 times in 500 feeds instead of 183, for 586 ms instead of 351.
 */
const semiSpaceMb = 8;

/** Resident memory in MiB besides the heap's old generation: code, young generation, the document and the answer. */
const besideHeapMb = 192;

/** A document that has taken this share of its time is likely to be killed: its successor starts meanwhile. */
const lateShare = 0.25;

/**
 * One child process that serves a document at a time, is killed when one takes too much, and has a successor ready
 * by then: the next document waits for no start. A process that a document has made big is succeeded as well.
 */
export class KillableProcess<In, Out> {
  private current: Started | null = null;
  private successor: Started | null = null;
  private readonly living = new Map<ChildProcess, Promise<void>>();
  private idleTimer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly settings: ProcessSettings) {}

  /**
   * Serves one document. The clock starts when the process has loaded, so that a cold start costs no document its time.
   *
   * @returns a function that reads the answer; until it is called the answer is bytes
   */
  async run(input: In): Promise<Result<() => Out, Killed>> {
    if (this.isClosed) return killed("crash", "the pool was closed");
    clearTimeout(this.idleTimer);
    const serving = this.take();
    holdOpen(serving.child, true);
    const ready = serving.isReady ? ok(undefined) : await serving.ready;
    const answered = ready.ok ? await this.ask(serving, input) : ready;
    this.rest(serving);
    return answered;
  }

  /** Ends the processes and waits until they are gone. */
  async close(): Promise<void> {
    this.isClosed = true;
    // Whoever waits for the end must live to see it.
    for (const child of this.living.keys()) holdOpen(child, true);
    this.end();
    await Promise.all(this.living.values());
  }

  private take(): Started {
    const { current, successor } = this;
    if (current && !(current.isTired && successor?.isReady)) return current;
    current?.child.kill("SIGKILL");
    this.successor = null;
    this.current = successor ?? this.start();
    return this.current;
  }

  private async ask(serving: Started, input: In): Promise<Result<() => Out, Killed>> {
    const { timeoutMs } = this.settings;
    try {
      // A channel that has just closed tells so to this callback; the exit tells it to whoever waits.
      serving.child.send({ input }, () => undefined);
    } catch (cause) {
      serving.isSpent = true;
      return killed("crash", `the document cannot be handed over: ${String(cause)}`);
    }
    const lateTimer = setTimeout(() => this.tire(serving), timeoutMs * lateShare);
    const said = await nextMessage(serving.child, timeoutMs * wallTimes);
    clearTimeout(lateTimer);
    if (said.ok) return this.read(serving, said.value);
    serving.isSpent = true;
    return this.isClosed ? killed("crash", "the pool was closed") : killedBy(said.error, this.settings);
  }

  private read(serving: Started, value: unknown): Result<() => Out, Killed> {
    const message = ChildMessage.safeParse(value);
    if (!message.success || message.data.kind === "ready") {
      serving.isSpent = true;
      return killed("crash", "its process said what is no answer");
    }
    if (message.data.rssBytes > restingBytesMax(this.settings)) this.tire(serving);
    if (message.data.kind === "failed") return killed(message.data.reason, message.data.detail);
    const { answer } = message.data;
    return ok(() => deserialize(answer));
  }

  private tire(serving: Started): void {
    serving.isTired = true;
    if (!this.isClosed) this.successor ??= this.start();
  }

  private rest(serving: Started): void {
    if (serving.isSpent) {
      // Not awaited by the document that was killed: it has its answer.
      serving.child.kill("SIGKILL");
      if (this.current === serving) this.current = null;
      if (!this.isClosed) this.successor ??= this.start();
    } else {
      // An idle process keeps no other alive.
      holdOpen(serving.child, false);
    }
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => this.end(), this.settings.idleMs ?? idleMsUsual);
    this.idleTimer.unref();
  }

  private end(): void {
    clearTimeout(this.idleTimer);
    for (const child of this.living.keys()) child.kill("SIGKILL");
    this.current = null;
    this.successor = null;
  }

  private start(): Started {
    const { file, heapMb, timeoutMs, niceness = 0 } = this.settings;
    const args = ["killable", String((heapMb + besideHeapMb) * 1_048_576), String(timeoutMs)];
    const child = forkChild({ file, heapMb, flags: [`--max-semi-space-size=${semiSpaceMb}`], args });
    standBack(child, niceness);
    const ready = nextMessage(child, startMsMax).then((said) => (said.ok ? ok(undefined) : killedBy(said.error, this.settings)));
    const started: Started = { child, ready, isReady: false, isTired: false, isSpent: false };
    void ready.then(({ ok: isReady }) => Object.assign(started, { isReady, isSpent: !isReady }));
    holdOpen(child, false);
    this.living.set(child, this.farewell(started));
    return started;
  }

  private farewell(started: Started): Promise<void> {
    return new Promise((gone) => {
      const forget = () => {
        this.living.delete(started.child);
        if (this.current === started) this.current = null;
        if (this.successor === started) this.successor = null;
        gone();
      };
      started.child.once("exit", forget);
      // A process that could not be made never exits.
      started.child.once("error", () => started.child.pid === undefined && forget());
    });
  }
}

/** From its first moment on: loading its modules takes as long as many documents. */
function standBack({ pid }: ChildProcess, niceness: number): void {
  if (niceness === 0 || pid === undefined) return;
  try {
    setPriority(pid, niceness);
  } catch {
    // It has ended already, which its exit tells.
  }
}

/** Between two documents; what lies above is kept by nothing but the last one's size. */
const restingBytesMax = ({ heapMb }: ProcessSettings): number => (heapMb + besideHeapMb) * 0.6 * 1_048_576;

const killed = (reason: Killed["reason"], detail: string) => err<Killed>({ kind: "killed", reason, detail });

function killedBy(fault: ChildFault, { timeoutMs, heapMb }: ProcessSettings) {
  switch (fault.kind) {
    case "time":
      return killed("time", `it took longer than ${timeoutMs * wallTimes} ms`);
    case "exit":
      return killedBySignal(fault, { timeoutMs, heapMb });
    case "unreachable":
      return killed("crash", fault.reason);
    default:
      return fault satisfies never;
  }
}

function killedBySignal({ signal, code }: Extract<ChildFault, { kind: "exit" }>, limits: { timeoutMs: number; heapMb: number }) {
  if (signal === "SIGXCPU") return killed("time", `it took more than ${limits.timeoutMs} ms of a processor`);
  // V8 aborts at the end of its heap; whoever watches resident memory, our thread or the kernel, kills.
  if (signal === "SIGABRT" || signal === "SIGKILL") return killed("memory", `it needed more than ${limits.heapMb} MiB`);
  return killed("crash", `its process ended with ${signal ?? `code ${code}`}`);
}
