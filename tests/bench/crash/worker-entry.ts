import { admitOrigin } from "@/lib/platform/http/admitted-origins";

/**
 * The worker as it is, with the publishers of the bench admitted besides: `node worker-entry.ts ORIGIN,ORIGIN… ARGUMENTS`,
 * where the arguments are the worker's own.
 */
const [origins = ""] = process.argv.splice(2, 1);
for (const origin of origins.split(",")) admitOrigin(origin);
await import("@/lib/jobs/worker");
