-- AlterTable
ALTER TABLE "article" ADD COLUMN     "term_weights" SMALLINT[];
