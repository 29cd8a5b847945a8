import { memoryExitCode } from "@/lib/platform/images/rendered-picture";

// Stands where the picture process stands; the first bytes it is sent name what it does.
process.on("disconnect", () => process.exit(0));
process.on("message", (message: { bytes: Uint8Array }) => {
  const order = Buffer.from(message.bytes).toString();
  if (order === "hang") return;
  if (order === "loop") for (;;);
  if (order === "crash") process.kill(process.pid, "SIGSEGV");
  if (order === "grow") process.exit(memoryExitCode);
  if (order === "lie") process.send?.({ kind: "rendered", picture: { width: -1 } });
  // biome-ignore lint/style/noProcessEnv: what the process is given is what the test asks for.
  const reason = order === "environment" ? Object.keys(process.env).sort().join(",") : order;
  process.send?.({ kind: "refused", reason, rssBytes: order === "fat" ? 2 ** 40 : 1_000 });
});
process.send?.({ kind: "ready" });
