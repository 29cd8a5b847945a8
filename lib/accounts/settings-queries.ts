import "server-only";
import { listWaysIn } from "./credential-store";
import { getSession, getViewer } from "./guards";
import { findMailChoice } from "./mail-choice-store";
import { findLink } from "./mail-proof-store";
import { listConfiguredProviders } from "./provider-gateway";
import { listSessions } from "./session-list-store";
import type { ProofPurpose, SettingsView, SignInProvider } from "./types";

/** The settings of the account that is signed in; null for a visitor. */
export async function findSettings(): Promise<SettingsView | null> {
  const [viewer, session] = await Promise.all([getViewer(), getSession()]);
  if (viewer.kind === "visitor" || !session) return null;
  const [ways, sessions, choice] = await Promise.all([
    listWaysIn(viewer.userId),
    listSessions(viewer.userId, session.sessionId, new Date()),
    findMailChoice(viewer.userId),
  ]);
  const { name, email, isEmailVerified } = viewer;
  return { name, email, isEmailVerified, wantsWelcomes: choice === true, ways, providers: listConfiguredProviders(), sessions };
}

/** Who may vouch for a reader on this install, for the buttons of sign-in and sign-up. */
export function listProviders(): SignInProvider[] {
  return listConfiguredProviders();
}

/** Whether the link of a letter would count now. Looking at it, as mail scanners do, uses nothing. */
export async function isLinkOpen(purpose: ProofPurpose, token: unknown): Promise<boolean> {
  return typeof token === "string" && token.length === 43 && (await findLink(purpose, token, new Date())) !== null;
}
