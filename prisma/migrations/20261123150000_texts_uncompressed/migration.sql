-- A text is written once and read often. Compressing it took a fifth of all that storing a first answer costs Postgres, and
-- reading it a step more, for two fifths of the disk; texts kept before stay as they are until they are written anew.
ALTER TABLE "article_body" ALTER COLUMN "html" SET STORAGE EXTERNAL;
