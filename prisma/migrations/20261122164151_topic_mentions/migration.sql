-- CreateTable
CREATE TABLE "topic_mention" (
    "article_id" INTEGER NOT NULL,
    "publisher_id" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "stands_for" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_mention_pkey" PRIMARY KEY ("article_id","key")
);

-- CreateIndex
CREATE INDEX "topic_mention_language_key_published_at_idx" ON "topic_mention"("language", "key", "published_at" DESC);

-- CreateIndex
CREATE INDEX "topic_mention_published_at_idx" ON "topic_mention"("published_at");

-- AddForeignKey
ALTER TABLE "topic_mention" ADD CONSTRAINT "topic_mention_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
