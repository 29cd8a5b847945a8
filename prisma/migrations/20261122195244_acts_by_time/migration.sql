-- CreateIndex
CREATE INDEX "article_read_last_at_idx" ON "article_read"("last_at");

-- CreateIndex
CREATE INDEX "saved_article_saved_at_idx" ON "saved_article"("saved_at");

-- CreateIndex
CREATE INDEX "follow_followed_at_idx" ON "follow"("followed_at");
