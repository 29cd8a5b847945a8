-- AlterTable
ALTER TABLE "feed" ADD COLUMN     "findings" TEXT[] DEFAULT ARRAY[]::TEXT[];
