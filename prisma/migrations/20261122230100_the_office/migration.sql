-- How the office finds its members: by the beginning of an address, by the beginnings of the words of a name, and whoever
-- is of the staff. Prisma cannot say expressions and parts of a table, so these stand here alone.
CREATE INDEX "user_email_prefix_idx" ON "user" ("email" text_pattern_ops);
CREATE INDEX "user_name_words_idx" ON "user" USING gin (to_tsvector('simple', "name"));
CREATE INDEX "user_staff_idx" ON "user" ("role", "created_at" DESC, "id" DESC) WHERE "role" <> 'reader';

-- How its log is looked through: by what was done, and by day.
CREATE INDEX "audit_entry_act_seq_idx" ON "audit_entry" ("act" text_pattern_ops, "seq" DESC);
CREATE INDEX "audit_entry_at_idx" ON "audit_entry" ("at");
