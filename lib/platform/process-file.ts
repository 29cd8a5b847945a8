/** Whether we run out of a bundle, in which nothing is left to compile; its files end so, see `bundle-worker`. */
export const isBundled = import.meta.url.endsWith(".mjs");

/** Where a process's module lies: where its source does; in a bundle, where all lie side by side, under the same name. */
export const processFile = (source: URL): URL => (isBundled ? new URL(source.href.replace(/\.ts$/, ".mjs")) : source);
