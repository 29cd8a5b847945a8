/** An even number from 0 up to 1 for a seed and a key: the same for the same two, on every machine. Source: FNV-1a, mixed as in MurmurHash3, public domain. */
export function drawChance(seed: number, key: string): number {
  let hash = 0x811c9dc5 ^ Math.trunc(seed);
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
