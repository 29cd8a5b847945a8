/** Who acted. `house`: the paper by itself, such as a nightly job. */
export type AuditActor = { id: string | null; name: string; role: "operator" | "house" | "editor" | "admin" | "publisher" };

/** What can be kept of a state: plain JSON. */
export type AuditFacts = { readonly [name: string]: AuditValue };
export type AuditValue = string | number | boolean | null | readonly AuditValue[] | AuditFacts;

/** An act to be kept: who did what to which thing, and what it was before and after. Never a gated text. */
export type AuditAct = {
  actor: AuditActor;
  /** "article.withdraw": the thing, then the verb. */
  act: string;
  subject: { kind: string; id: string };
  before: AuditFacts | null;
  after: AuditFacts | null;
  reason?: string;
};

/** An act as it is stored, all texts as they are sealed. */
export type AuditRow = {
  seq: number;
  at: Date;
  actorId: string | null;
  actorName: string;
  actorRole: string;
  act: string;
  subjectKind: string;
  subjectId: string;
  before: string;
  after: string;
  reason: string;
  previousHash: string;
  hash: string;
};

/** Where a chain ends. */
export type AuditHead = { seq: number; hash: string };
