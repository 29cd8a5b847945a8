const words: Record<string, string> = {
  "article.withdraw": "withdrew it",
  "article.restore": "gave it back",
  "article.embargo": "set its embargo",
  "article.wall": "set who may read it",
  "article.hide": "hid it",
  "article.unhide": "showed it again",
  "article.section": "set its section",
  "article.correct": "set its correction",
  "article.hold": "put it into a story",
  "article.free": "gave it back to the stream",
  "article.topic-add": "added a topic",
  "article.topic-remove": "took a topic away",
  "story.apart": "kept it apart from another story",
  "story.merge": "merged it",
  "story.split": "took articles out of it",
  "story.move": "moved articles out of it",
  "story.free": "took a word on its articles back",
  "story.rename": "set its headline",
  "story.lead": "chose its lead",
  "story.live": "set whether it is live",
  "report.answer": "answered a report",
};

/** What an act of the log comes to, after "Ann …". */
export const actWords = (act: string): string => words[act] ?? act;
