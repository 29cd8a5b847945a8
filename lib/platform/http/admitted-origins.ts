const admitted = new Set<string>();

/**
 * Lets the guarded fetcher reach one exact origin although its address is not public: the bundled newsroom.
 *
 * Lives in this process's memory only and is called by the worker's entry with what its command line says; no
 * setting and no environment variable leads here, so a production install has nothing to leave open.
 *
 * @param origin scheme, host and port, such as "http://127.0.0.1:4100"
 * @throws Error for anything that is more or less than an http(s) origin
 */
export function admitOrigin(origin: string): void {
  const url = URL.parse(origin);
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== origin) throw new Error(`"${origin}" is not an origin.`);
  admitted.add(url.origin);
}

/** Whether `admitOrigin` was called with this very origin. */
export const isAdmittedOrigin = (origin: string): boolean => admitted.has(origin);
