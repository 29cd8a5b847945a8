import type { CorpusPage } from "./load-pages";

const page = (name: string, url: string, html: string, ...announced: string[]): CorpusPage => ({
  file: name,
  url,
  bytes: new TextEncoder().encode(html),
  announced,
  interfaces: 0,
});

/** Pages of our own, one for each way in which feeds are announced, for machines without the corpus. */
export const ownPages: CorpusPage[] = [
  page("plain", "https://a.example/", '<link rel="alternate" type="application/rss+xml" href="/feed">', "https://a.example/feed"),
  page("relative", "https://a.example/x/y.html", "<link rel=alternate type=application/atom+xml href=../z.xml>", "https://a.example/z.xml"),
  page(
    "base",
    "https://a.example/x/",
    '<base href="https://b.example/r/"><LINK REL="Home ALTERNATE" TYPE=" Application/Atom+XML; charset=utf-8 " HREF=" atom.xml ">',
    "https://b.example/r/atom.xml",
  ),
  page(
    "entities",
    "https://a.example/",
    '<link rel="alternate" type="appl&#105;cation/rss+xml" href="/f?a=1&amp;b=2">',
    "https://a.example/f?a=1&b=2",
  ),
  page(
    "json",
    "https://a.example/",
    '<link rel="alternate" type="application/feed+json" href="/feed.json">',
    "https://a.example/feed.json",
  ),
  page("interface", "https://a.example/", '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">'),
  page("comment", "https://a.example/", '<!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->'),
  page("script", "https://a.example/", '<script>\'<link rel="alternate" type="application/rss+xml" href="/s">\'</script>'),
  page(
    "language",
    "https://a.example/",
    '<link rel="alternate" hreflang="de" href="/de/"><link rel="alternate" media="print" href="/print">',
  ),
  page("style", "https://a.example/", '<link rel="alternate stylesheet" type="text/css" href="/big.css">'),
];
