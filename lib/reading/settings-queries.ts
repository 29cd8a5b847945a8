import "server-only";
import type { Viewer } from "@/lib/entitlements/types";
import { findReaderSettings } from "./settings-store";
import type { ReaderSettings } from "./types";

/** How this reader wants the paper. */
export const readReaderSettings = ({ userId }: Extract<Viewer, { kind: "account" }>): Promise<ReaderSettings> => findReaderSettings(userId);
