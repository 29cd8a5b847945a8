-- AlterTable
ALTER TABLE "publisher" ADD COLUMN     "merged_into_id" INTEGER,
ADD COLUMN     "office_at" TIMESTAMPTZ(3),
ADD COLUMN     "paused_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "feed_look" (
    "id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "result" JSONB,

    CONSTRAINT "feed_look_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "feed_look_asked_at_idx" ON "feed_look"("asked_at");

-- AddForeignKey
ALTER TABLE "publisher" ADD CONSTRAINT "publisher_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "publisher"("id") ON DELETE SET NULL ON UPDATE CASCADE;
