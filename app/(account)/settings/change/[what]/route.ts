import { chooseMails } from "@/lib/accounts/mail-commands";
import {
  askConfirmation,
  askNewAddress,
  changeName,
  changePassword,
  removeWay,
  revokeOtherSessions,
  revokeSession,
} from "@/lib/accounts/settings-commands";
import { takeForm } from "../../../_parts/take-form";

type Params = { params: Promise<{ what: string }> };

/** Each form of the settings: its fields, its command, and the short name of what the page then says. */
const changes = new Map([
  ["name", { fields: ["name"], command: changeName, done: "name" }],
  ["email", { fields: ["email"], command: askNewAddress, done: "mailed" }],
  ["confirmation", { fields: [], command: askConfirmation, done: "mailed" }],
  ["password", { fields: ["password"], command: changePassword, done: "password" }],
  ["session", { fields: ["sessionId"], command: revokeSession, done: "signed-out" }],
  ["other-sessions", { fields: [], command: revokeOtherSessions, done: "signed-out" }],
  ["mails", { fields: ["welcome"], command: chooseMails, done: "mails" }],
  ["way", { fields: ["provider"], command: removeWay, done: "way-removed" }],
]);

/** Takes one form of the settings. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const change = changes.get((await params).what);
  if (!change) return new Response("Not found.", { status: 404 });
  const { fields, command, done } = change;
  return takeForm(request, { page: "/settings", fields, command, landing: `/settings?done=${done}` });
}
