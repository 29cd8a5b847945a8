// Preloaded into the web process: ends it when the start command goes, however that went.
process.on("disconnect", () => process.exit(0));
