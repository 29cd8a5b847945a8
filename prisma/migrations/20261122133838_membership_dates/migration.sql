-- CreateIndex
CREATE INDEX "membership_past_due_since_idx" ON "membership"("past_due_since");

-- CreateIndex
CREATE INDEX "membership_resumes_at_idx" ON "membership"("resumes_at");

-- CreateIndex
CREATE INDEX "membership_gift_until_idx" ON "membership"("gift_until");
