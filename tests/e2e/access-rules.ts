import type { RawAnswer } from "../support/raw-request";
import type { Access, Row } from "./access-table";

/** Who asks; `staff`: an editor or admin who has shown a second factor, as only they count as such, or a title's own staff. */
export type Asker = { name: string; cookie: string | null; staff: "editor" | "admin" | "publisher" | null };

/** Routes of a build that nobody declared, and rows for routes that are none: either fails the run. */
export function compareRoutes(routes: readonly string[], table: Record<string, Row>): { undeclared: string[]; gone: string[] } {
  return {
    undeclared: routes.filter((route) => !Object.hasOwn(table, route)),
    gone: Object.keys(table).filter((route) => !routes.includes(route)),
  };
}

/** Whether an answer is what a row says of this asker. */
export function isAsDeclared(access: Access, { cookie, staff }: Asker, answer: Pick<RawAnswer, "status" | "headers">): boolean {
  const { status } = answer;
  const leadsOn = status >= 300 && status < 400;
  if (cookie === null && ["account", "proof", "own-page", "account-form"].includes(access)) return leadsToSignIn(answer);
  const declared: Record<Access, boolean> = {
    all: isThere(status),
    account: status === 200,
    proof: status === 200 || leadsOn,
    own: status === 404,
    "own-page": status === 404,
    form: status < 400,
    "account-form": leadsOn && !leadsToSignIn(answer),
    ...declaredForStaff(staff, status),
    lane: leadsOn,
    machine: status >= 400 && status < 500,
    fault: status === 500,
    none: [404, 405].includes(status),
  };
  return declared[access];
}

/** Whoever may not come in is not told that there is a door. */
function declaredForStaff(staff: Asker["staff"], status: number) {
  const comesTo = (isIn: boolean, isMet: (status: number) => boolean): boolean => (isIn ? isMet(status) : status === 404);
  const isDesk = staff === "editor" || staff === "admin";
  return {
    editor: comesTo(isDesk, isShown),
    admin: comesTo(staff === "admin", isShown),
    publisher: comesTo(staff === "publisher", isShown),
    "editor-form": comesTo(isDesk, isActAnswer),
    "admin-form": comesTo(staff === "admin", isActAnswer),
    "publisher-form": comesTo(staff === "publisher", isActAnswer),
  };
}

const isShown = (status: number): boolean => status === 200;

/** A page that no parameter of ours leads to may say so. */
const isThere = (status: number): boolean => status === 200 || status === 404;

/** Done, led on, or refused for what the form says. */
const isActAnswer = (status: number): boolean => [303, 400, 403, 404, 409].includes(status);

const leadsToSignIn = ({ status, headers }: Pick<RawAnswer, "status" | "headers">): boolean =>
  status >= 300 && status < 400 && /\/sign-in\b/.test(headers.location ?? "");
