import { type Draw, openDraw } from "./draw";
import { type Happening, inventName, inventWord, makeSubjects, type Piece, type Subject, writeHeadline } from "./make-world";
import { openTally } from "./open-tally";
import { shuffleOccasion } from "./shuffle-occasion";
import type { Occasion, PublicModel } from "./types";

const shape = { readers: 250, days: 20, measuredFromDay: 15, happeningsADay: 50, subjects: 60, publishers: 20, shown: 30 };
const hourMs = 3_600_000;
const beginMs = Date.UTC(2026, 5, 1);

type Reader = {
  /** What has been read of each section and subject so far, and forgotten a little every time: a habit feeds itself. */
  habits: Map<string, number>;
  habitNats: number;
  often: number;
  joinedAtDay: number;
  seen: Set<string>;
  history: { title: string; section: string; publisher: string; at: string }[];
};

/**
 * A public of habits: each visit opens exactly one card, by the habits of what was read before, the appeal of the card, its age and
 * a little its place, which is one of chance. Whoever begins with one subject may stay with it; some readers have hardly any habits,
 * and a fifth come in the last days. What is told as popularity is no count but the share of showings that were opened, in tenths of a percent.
 */
export const habitualPublic: PublicModel = {
  name: "habitual",
  title: "habits that feed themselves; one card a visit",
  simulate: (seed) => {
    const draw = openDraw(seed ^ 0x4ab1);
    const subjects = makeSubjects(draw, shape.subjects);
    const pieces = makePieces(draw, subjects);
    const readers = Array.from({ length: shape.readers }, () => makeReader(draw, subjects));
    const tally = openTally();
    const occasions: Occasion[] = [];
    for (const { reader, hour } of visitsOf(draw, readers)) {
      const nowMs = beginMs + hour * hourMs;
      const now = new Date(nowMs).toISOString();
      const alive = pieces.filter(
        (each) => each.publishedAtMs <= nowMs && each.publishedAtMs > nowMs - 40 * hourMs && !reader.seen.has(each.id),
      );
      const slate = draw.sample(alive, shape.shown);
      const chosen = choose(draw, reader, slate, nowMs);
      if (!chosen) continue;
      const opened = slate.map((piece) => piece === chosen);
      const told = tally.tell(slate, opened, reader.history, now, () => 0);
      for (const [index, candidate] of told.line.candidates.entries())
        candidate.popularity = Math.round((told.clickRates[index] ?? 0) * 1_000);
      if (hour >= shape.measuredFromDay * 24) occasions.push(shuffleOccasion(draw, told));
      tally.note(slate, opened);
      read(reader, chosen, now);
    }
    return occasions;
  },
};

function visitsOf(draw: Draw, readers: readonly Reader[]): { reader: Reader; hour: number }[] {
  return readers
    .flatMap((reader) =>
      Array.from({ length: Math.ceil(reader.often * shape.days) }, () => ({ reader, hour: draw.chance() * shape.days * 24 })),
    )
    .filter(({ reader, hour }) => hour >= reader.joinedAtDay * 24)
    .sort((a, b) => a.hour - b.hour);
}

/** One of the slate, with the chance of its nats. */
function choose(draw: Draw, reader: Reader, slate: readonly Piece[], nowMs: number): Piece | undefined {
  const natsOf = (piece: Piece, place: number): number => {
    const habit =
      Math.log(1 + (reader.habits.get(piece.section) ?? 0)) + 1.5 * Math.log(1 + (reader.habits.get(`${piece.subject.index}`) ?? 0));
    const ageHours = (nowMs - piece.publishedAtMs) / hourMs;
    return reader.habitNats * habit + piece.appeal - ageHours / 30 - 0.2 * Math.log(1 + place);
  };
  return slate
    .map((piece, place) => ({ piece, drawn: natsOf(piece, place) - Math.log(-Math.log(1 - draw.chance())) }))
    .sort((a, b) => b.drawn - a.drawn)[0]?.piece;
}

function read(reader: Reader, { id, title, section, publisher, subject }: Piece, at: string): void {
  reader.seen.add(id);
  reader.history.push({ title, section, publisher, at });
  for (const [habit, count] of reader.habits) reader.habits.set(habit, count * 0.96);
  for (const habit of [section, `${subject.index}`]) reader.habits.set(habit, (reader.habits.get(habit) ?? 0) + 1);
}

function makePieces(draw: Draw, subjects: readonly Subject[]): Piece[] {
  const generalWords = Array.from({ length: 400 }, () => inventWord(draw, 2));
  const publishers = Array.from({ length: shape.publishers }, () => inventName(draw));
  return Array.from({ length: shape.happeningsADay * shape.days }, (_, index): Piece => {
    const subject = draw.pick(subjects);
    const publishedAtMs = beginMs + draw.chance() * shape.days * 24 * hourMs;
    const happening: Happening = {
      subject,
      names: [inventName(draw)],
      words: [inventWord(draw, 3)],
      appeal: 0.8 * draw.normal(),
      beganAtMs: publishedAtMs,
    };
    const title = writeHeadline(draw, happening, generalWords);
    return {
      id: `c${index}`,
      title,
      section: subject.section,
      publisher: draw.pick(publishers),
      publishedAtMs,
      appeal: happening.appeal,
      subject,
      happening,
    };
  });
}

function makeReader(draw: Draw, subjects: readonly Subject[]): Reader {
  const kind = draw.chance();
  const first = draw.sample(subjects, kind < 0.2 ? 1 : 4);
  return {
    habits: new Map(
      first.flatMap(({ index, section }): [string, number][] => [
        [`${index}`, 2],
        [section, 2],
      ]),
    ),
    habitNats: kind > 0.85 ? 0.2 : 0.9,
    often: 0.3 + 2 * draw.chance() ** 2,
    joinedAtDay: draw.chance() < 0.2 ? shape.measuredFromDay - 1 + draw.chance() * 5 : 0,
    seen: new Set(),
    history: [],
  };
}
