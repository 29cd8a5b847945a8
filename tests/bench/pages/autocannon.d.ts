/** The part of autocannon that the load generator uses; the package brings no types. */
declare module "autocannon" {
  type Options = {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    headers: Record<string, string>;
  };
  type Outcome = { errors: number; timeouts: number; non2xx: number; duration: number };
  interface Instance {
    on(event: "response", heard: (client: unknown, status: number, bytes: number, ms: number) => void): void;
    on(event: "done", heard: (outcome: Outcome) => void): void;
    on(event: "error", heard: (fault: Error) => void): void;
  }
  // biome-ignore lint/style/noDefaultExport: the package has no other.
  export default function autocannon(options: Options): Instance;
}
