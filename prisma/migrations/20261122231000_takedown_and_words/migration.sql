-- Words of headlines and standfirsts, for the desk's search.
CREATE INDEX "article_words_idx" ON "article" USING GIN (to_tsvector('simple', headline || ' ' || standfirst));

-- What is withdrawn loses its text here, whoever withdraws it: the web's own user may say that it is, and may touch no text.
CREATE FUNCTION empty_withdrawn_article() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.standfirst := '';
  NEW.lead_in := '';
  NEW.byline := '';
  NEW.categories := '{}';
  NEW.terms := '{}';
  NEW.term_weights := '{}';
  NEW.signature := NULL;
  NEW.correction := NULL;
  NEW.has_body := false;
  NEW.lead_media_hash := NULL;
  -- What a feed says next is another version, so that an article given back finds its words again.
  NEW.content_hash := repeat('0', 32);
  NEW.revision_count := 0;
  NEW.enrich_state := CASE WHEN NEW.enrich_state = 'wanted' THEN 'refused'::enrich_state ELSE NEW.enrich_state END;
  -- The pictures of its text, which no other table names, stay on its list until their files are gone.
  INSERT INTO public.article_picture (article_id, position, media_hash)
    SELECT NEW.id, 1000 + row_number() OVER (ORDER BY m.hash), m.hash FROM public.media m
    WHERE m.hash IN (SELECT (regexp_matches(b.html, '/media/([0-9a-f]{32})', 'g'))[1] FROM public.article_body b WHERE b.article_id = NEW.id)
      AND NOT EXISTS (SELECT 1 FROM public.article_picture p WHERE p.article_id = NEW.id AND p.media_hash = m.hash)
    ON CONFLICT DO NOTHING;
  UPDATE public.article_picture SET caption = '', credit = '', alt = '' WHERE article_id = NEW.id;
  DELETE FROM public.article_body WHERE article_id = NEW.id;
  DELETE FROM public.revision WHERE article_id = NEW.id;
  DELETE FROM public.article_novelty WHERE article_id = NEW.id;
  DELETE FROM public.related_list WHERE article_id = NEW.id;
  DELETE FROM public.topic_mention WHERE article_id = NEW.id;
  RETURN NEW;
END;
$$;
CREATE TRIGGER empty_withdrawn BEFORE UPDATE ON article FOR EACH ROW
  WHEN (OLD.taken_down_at IS NULL AND NEW.taken_down_at IS NOT NULL) EXECUTE FUNCTION empty_withdrawn_article();

-- No version of it is kept while it is withdrawn, even one that a poll had in hand at that moment.
CREATE FUNCTION refuse_of_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.article WHERE id = NEW.article_id AND taken_down_at IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER withdrawn_revision BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION refuse_of_withdrawn();
