-- CreateTable
CREATE TABLE "article_read" (
    "user_id" TEXT NOT NULL,
    "article_id" INTEGER NOT NULL,
    "revision_count" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_read_pkey" PRIMARY KEY ("user_id","article_id")
);

-- CreateIndex
CREATE INDEX "article_read_article_id_idx" ON "article_read"("article_id");

-- AddForeignKey
ALTER TABLE "article_read" ADD CONSTRAINT "article_read_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_read" ADD CONSTRAINT "article_read_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
