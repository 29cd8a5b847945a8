/**
 * Flags of V8 that every worker process is started with. Left alone, V8 trades memory for speed: 500 feeds read for
 * the first time took 510 MB. With a small young generation and a cap on the old one the same work takes half of that.
 * Below the cap the old generation may grow by half before it is swept: by V8's own measure it was swept four times a
 * second while feeds were read, for a fourth of the worker's time. While it is small it may grow further: `heap-growth.ts`.
 */
export const workerFlags = ["--max-semi-space-size=8", "--max-old-space-size=144", "--heap-growing-percent=50"] as const;

/**
 * What glibc is told in every worker's environment. Left alone it keeps an arena a thread, and takes ever larger blocks
 * from between small ones that live for days: with 100,000 articles in the window that was some 60 MB of holes.
 */
export const workerMalloc = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "131072" } as const;
