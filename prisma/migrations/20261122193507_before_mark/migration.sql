-- AlterTable
ALTER TABLE "article_read" ADD COLUMN     "before_mark" JSONB;
