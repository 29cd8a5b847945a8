/**
 * Whether a line asks the reader for something or points elsewhere rather than tells: "Read more: …",
 * "Sign up for our newsletter", "Follow us on …", a copyright line, an advertisement's label.
 */
export function isFillerLine(text: string): boolean {
  if (text.length > 400) return false;
  return (
    whole.test(text) ||
    (text.length < 300 && opening.test(text)) ||
    (text.length < 250 && anywhere.test(text)) ||
    (text.length < 400 && notice.test(text))
  );
}

/** Lines that are nothing else. */
const whole =
  /^[\s\W]*(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklama|реклама|annonse|annons|広告|广告|광고|関連キーワード|関連ニュース|おすすめ記事|記事一覧|sponsored|story continues(?: below)?(?: advertisement)?|article continues(?: below)?(?: advertisement)?|continue reading(?: the main story)?|read more|more|share(?: this)?(?: (?:article|story|post|on \w+))*|tweet|print|e-?mail|facebook|twitter|whatsapp|pinterest|linkedin|comments?|\d+ (?:comments?|shares?)|remove ads|loading|loading\.\.\.|skip (?:to|past) .{3,60}|click here .{0,60}|back to top|follow|subscribe|sign up|log ?in|close|copy link|link copied|related(?: (?:articles?|stories|topics|content|coverage))?|recommended|trending|see also|watch|listen|video|photos?|image \d+ of \d+|\d+ (?:of|\/) \d+|caption|getty images|reuters|afp|source: .{2,40}|(?:first |last )?(?:published|updated|posted|modified)(?:(?: on| at)?\s*:|(?: on| at)? (?=(?:\d{1,2}[\s.:/-]|(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))).{0,30}\b(?:19|20)\d\d\b.{0,30})[\s\W]*$/i;

/** How lines begin that lead elsewhere. */
const opening =
  /^[\s►▶>»→•*|[("'–—-]*(?:read (?:more|also|next|the full|our)\b.{0,3}[:：|–—-]|read (?:also|next)\b|also read\b|also see\b|must read\b|see also\b|see more\b|more (?:on|from|about|news|stories)\b.{0,40}[:：]|more[:：]|related(?: (?:article|story|stories|content|coverage|reading|news|posts?))?s?\s*[:：|]|recommended\s*[:：]|don't miss\s*[:：]|watch(?: now| this)?\s*[:：]|watch more|listen\s*[:：]|click here (?:to|for)|sign up (?:for|to|now|here)|subscribe (?:to|now|here|today)|get (?:the latest|our|all the latest) .{0,60}(?:newsletter|inbox|email|updates)|follow (?:us|him|her|them|me|@?\w+(?: \w+){0,4}) on (?:twitter|facebook|instagram|x\b|linkedin|google|telegram|whatsapp|youtube|tiktok|threads|bluesky)|like us on|join (?:us|our|the) .{0,40}(?:whatsapp|telegram|facebook|newsletter|channel|group|community)|download (?:the|our) .{0,40}\bapp\b|download our|copyright ?(?:©|@|\d|by)|©|\(c\) ?\d{4}|all rights reserved|lesen sie (?:auch|hier|dazu|mehr)|lies auch|mehr (?:zum thema|dazu|lesen|news|informationen (?:zum|zur))\b|auch interessant|das könnte sie auch|weiterlesen|siehe auch|(?:à )?lire (?:aussi|également|plus)|voir aussi|à lire|sur le même (?:sujet|thème)|lea (?:también|además|más)|leer (?:también|más)|lee (?:también|además|más)|ver (?:también|más)|te puede interesar|también te puede|puede interesarte|más información|leia (?:também|mais)|veja (?:também|mais)|saiba mais|leggi anche|potrebbe interessarti|approfondisci|lees (?:ook|meer)|bekijk ook|læs også|les også|läs (?:mer|också|även)|lue (?:myös|lisää)|czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również|więcej)|przeczytaj (?:też|także|również)|čtěte (?:také|též)|читайте (?:также|ещё|еще)|смотрите также|читайте також|читати також|baca juga|simak juga|ayrıca okuyun|ayrıca bkz|اقرأ أيضا|اقرأ المزيد|إقرأ أيضاً|اقرأ أيضاً|شاهد أيضا|بیشتر بخوانید|קראו גם|閱讀更多|相关阅读|延伸閱讀|延伸阅读|相關新聞|この記事は(?:有料)?会員限定|関連記事|関連\s*[:：]|【関連|あわせて読みたい|관련기사|photo\s*[:：]|image\s*[:：]|foto\s*[:：]|picture\s*[:：]|photo by |photo credit|image credit|getty images)/i;

/** Words that only such lines have. */
const anywhere =
  /\b(?:sign up (?:for|to) (?:our|the|my) .{0,60}(?:newsletter|e-?mails?|updates)|subscribe to (?:our|the) .{0,60}(?:newsletter|channel|podcast)|(?:our|free) (?:daily|weekly|morning)? ?newsletters?\b|delivered (?:straight|directly)? ?to your inbox|(?:straight|right) (?:to|in) your inbox|join the conversation|this site is protected by recaptcha|privacy policy and terms of (?:use|service)|enable javascript|your browser does not support|this video (?:has )?failed to load|javascript is (?:disabled|required)|we may earn (?:a|an) (?:small )?(?:affiliate )?commission|affiliate commission|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|follow us on (?:twitter|facebook|instagram|google)|terms and conditions apply|by signing up(?:,)? you|unsubscribe at any time|skip past newsletter|newsletters may contain info|we use google recaptcha|externe(?:n|r) inhalt|empfohlener redaktioneller inhalt|to view this video please enable|media playback is (?:un|not )supported|may not be (?:published|reproduced), (?:broadcast|rewritten|distributed))/i;

/** Notices in the place of embedded things. */
const notice =
  /^(?:an dieser stelle (?:finden sie|findest du)|empfohlener redaktioneller inhalt|ce contenu (?:est|a été) bloqué|este contenido (?:está|ha sido) bloqueado|to view this (?:video|content)|this content is (?:hosted|provided) by|allow .{3,40} content\?|we need your (?:consent|permission))/i;
