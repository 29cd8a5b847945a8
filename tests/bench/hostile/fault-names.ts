import { nameError, serverFailure, type Zone } from "@/tests/support/network-namespace-dns";

/** Where sound publishers answer, and where faulty ones do. */
export const soundAddress = "198.41.0.4";
export const faultyAddress = "198.41.0.5";

/** All addresses of one name; only the first answers. */
export const manyAddresses = Array.from({ length: 60 }, (_, at) => `198.41.2.${at}`);

const special: Record<string, ReturnType<Zone>> = {
  "missing.dns.example": nameError,
  "failing.dns.example": serverFailure,
  "silent.dns.example": "silence",
  "many.dns.example": manyAddresses,
};

/** The names of the fault table: `sound-…` is sound, all others are faulty. */
export const faultZone: Zone = (name) => special[name] ?? [name.startsWith("sound-") ? soundAddress : faultyAddress];
