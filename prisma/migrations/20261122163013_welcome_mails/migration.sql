-- AlterTable
ALTER TABLE "user" ADD COLUMN     "welcome_mails" BOOLEAN NOT NULL DEFAULT true;

-- CreateIndex
CREATE INDEX "user_created_at_idx" ON "user"("created_at");
