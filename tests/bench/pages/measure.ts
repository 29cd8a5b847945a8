import type { Loader } from "./load";
import { cpuMs, hasProcessFiles } from "./process-cpu";

/** An address under measurement and the process that answers it. */
export type Subject = { name: string; url: string; cookie?: string; pid: number | null };

/** One subject's figures of one round; CPU is null where the system does not tell. */
export type Round = { requestsPerSec: number; p50Ms: number; p99Ms: number; cpuMsPerRequest: number | null };
export type Rounds = Map<string, Record<number, Round[]>>;

/** Seconds of one round by connections: the alternation evens out a machine's moods, so rounds are short. */
const plan = [
  { connections: 1, durationSec: 1 },
  { connections: 16, durationSec: 2 },
];
const roundsEach = 5;
/** Long enough for some hundreds of requests of the slowest page: before that, what is measured is the engine compiling. */
const warmUp = { connections: 16, durationSec: 8 };

/** Measures all subjects in turn, five times over, after a warm-up of each. @throws Error when a request failed */
export async function measure(subjects: readonly Subject[], loader: Loader, onRound: (round: number) => void): Promise<Rounds> {
  const rounds: Rounds = new Map(subjects.map(({ name }) => [name, {}]));
  for (const subject of subjects) await loader.send(orderOf(subject, warmUp));
  for (let round = 1; round <= roundsEach; round++) {
    onRound(round);
    for (const step of plan) {
      for (const subject of subjects) {
        const kept = rounds.get(subject.name) ?? {};
        kept[step.connections] = [...(kept[step.connections] ?? []), await measureOnce(subject, loader, step)];
        rounds.set(subject.name, kept);
      }
    }
  }
  return rounds;
}

type Step = (typeof plan)[number];

async function measureOnce(subject: Subject, loader: Loader, step: Step): Promise<Round> {
  const before = readCpu(subject.pid);
  const figures = await loader.send(orderOf(subject, step));
  const after = readCpu(subject.pid);
  if (figures.faults > 0 || figures.requests === 0)
    throw new Error(`${subject.name}: ${figures.faults} of ${figures.requests} requests failed.`);
  const { requestsPerSec, p50Ms, p99Ms, requests } = figures;
  const cpuMsPerRequest = before === null || after === null ? null : (after - before) / requests;
  return { requestsPerSec, p50Ms, p99Ms, cpuMsPerRequest };
}

const readCpu = (pid: number | null): number | null => (pid && hasProcessFiles ? cpuMs(pid) : null);

function orderOf({ url, cookie }: Subject, { connections, durationSec }: Step) {
  return { url, connections, durationSec, headers: { "accept-encoding": "gzip", ...(cookie ? { cookie } : {}) } };
}
