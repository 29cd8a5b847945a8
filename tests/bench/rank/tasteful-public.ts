import { type Draw, openDraw } from "./draw";
import { type Happening, inventName, inventWord, makeSubjects, type Piece, type Subject, sectionNames, writeHeadline } from "./make-world";
import { openTally } from "./open-tally";
import { shuffleOccasion } from "./shuffle-occasion";
import type { Occasion, PublicModel } from "./types";

/** Size and shape of the public; instants in hours from the beginning. */
const shape = { readers: 400, days: 24, measuredFromDay: 18, happeningsADay: 45, subjects: 50, publishers: 40, shown: 30 };
const hourMs = 3_600_000;
const beginMs = Date.UTC(2026, 2, 1);

type Reader = {
  /** Likings in nats by subject, section and publisher. */
  subjects: Map<number, number>;
  sections: Map<string, number>;
  publishers: Map<string, number>;
  /** Occasions a day. */
  often: number;
  joinedAtHour: number;
  /** How far tastes move a day. */
  drift: number;
  /** Articles opened: they are not shown again. */
  seen: Set<string>;
  history: { title: string; section: string; publisher: string; at: string }[];
};

/**
 * Each card is opened by itself, by the sum of its appeal, its freshness, the reader's likings of subject, section and
 * publisher, and its place on the page. Tastes drift; happenings burst and fade; a fifth are readers of one subject, a fifth of
 * everything, a fifth come in the last days.
 */
export const tastefulPublic: PublicModel = {
  name: "tasteful",
  title: "likings of subjects, sections and publishers; every card for itself",
  simulate: (seed) => {
    const draw = openDraw(seed);
    const subjects = makeSubjects(draw, shape.subjects);
    const publishers = Array.from({ length: shape.publishers }, () => inventName(draw));
    const pieces = makePieces(draw, subjects, publishers);
    const readers = Array.from({ length: shape.readers }, () => makeReader(draw, subjects, publishers));
    const visits = readers
      .flatMap((reader) =>
        Array.from({ length: Math.round(reader.often * shape.days) }, () => ({ reader, hour: draw.chance() * shape.days * 24 })),
      )
      .filter(({ reader, hour }) => hour >= reader.joinedAtHour)
      .sort((a, b) => a.hour - b.hour);
    return watch(draw, pieces, visits, subjects);
  },
};

function watch(draw: Draw, pieces: Piece[], visits: { reader: Reader; hour: number }[], subjects: Subject[]): Occasion[] {
  const tally = openTally();
  const occasions: Occasion[] = [];
  let day = 0;
  for (const { reader, hour } of visits) {
    if (Math.floor(hour / 24) > day) {
      day = Math.floor(hour / 24);
      for (const each of new Set(visits.map((visit) => visit.reader))) moveTaste(draw, each, subjects);
    }
    const nowMs = beginMs + hour * hourMs;
    const slate = chooseSlate(
      draw,
      pieces.filter(({ id }) => !reader.seen.has(id)),
      nowMs,
      tally.openedOf,
    );
    const opened = slate.map((piece, place) => draw.chance() < openingChance(draw, reader, piece, place, nowMs));
    const now = new Date(nowMs).toISOString();
    const isTold = opened.includes(true) && opened.includes(false) && day >= shape.measuredFromDay;
    if (isTold)
      occasions.push(
        shuffleOccasion(
          draw,
          tally.tell(slate, opened, reader.history, now, ({ id }) => tally.openedOf(id)),
        ),
      );
    tally.note(slate, opened);
    for (const { id, title, section, publisher } of slate.filter((_, place) => opened[place])) {
      reader.seen.add(id);
      reader.history.push({ title, section, publisher, at: now });
    }
  }
  return occasions;
}

function openingChance(draw: Draw, reader: Reader, piece: Piece, place: number, nowMs: number): number {
  const ageHours = (nowMs - piece.publishedAtMs) / hourMs;
  const nats =
    -4.2 +
    piece.appeal +
    0.8 * 2 ** (-ageHours / 10) +
    (reader.subjects.get(piece.subject.index) ?? 0) +
    (reader.sections.get(piece.section) ?? 0) +
    (reader.publishers.get(piece.publisher) ?? 0) -
    0.45 * Math.log(1 + place) +
    0.5 * draw.normal();
  return 1 / (1 + Math.exp(-nats));
}

/** What is alive: half by freshness, a third by what was opened most, the rest by chance. */
function chooseSlate(draw: Draw, pieces: readonly Piece[], nowMs: number, openedOf: (id: string) => number): Piece[] {
  const alive = pieces.filter(({ publishedAtMs }) => publishedAtMs <= nowMs && publishedAtMs > nowMs - 48 * hourMs);
  const fresh = draw.sample(alive.slice(-60), shape.shown / 2);
  const popular = draw.sample(alive.toSorted((a, b) => openedOf(b.id) - openedOf(a.id)).slice(0, 40), shape.shown / 3);
  return draw.sample([...new Set([...fresh, ...popular, ...draw.sample(alive, shape.shown / 3)])], shape.shown);
}

function makePieces(draw: Draw, subjects: Subject[], publishers: string[]): Piece[] {
  const generalWords = Array.from({ length: 300 }, () => inventWord(draw, 2));
  const happenings = Array.from(
    { length: shape.happeningsADay * shape.days },
    (): Happening => ({
      subject: draw.pick(subjects),
      names: Array.from({ length: 3 }, () => inventName(draw)),
      words: Array.from({ length: 3 }, () => inventWord(draw, 3)),
      appeal: 0.7 * draw.normal(),
      beganAtMs: beginMs + draw.chance() * shape.days * 24 * hourMs,
    }),
  );
  return happenings
    .flatMap((happening) =>
      Array.from({ length: 1 + Math.floor(draw.chance() ** 2 * 5) }, () => ({
        id: "",
        title: writeHeadline(draw, happening, generalWords),
        section: happening.subject.section,
        publisher: draw.pick(publishers),
        publishedAtMs: happening.beganAtMs - Math.log(1 - draw.chance()) * 5 * hourMs,
        appeal: happening.appeal + 0.4 * draw.normal(),
        subject: happening.subject,
        happening,
      })),
    )
    .sort((a, b) => a.publishedAtMs - b.publishedAtMs)
    .map((piece, index) => ({ ...piece, id: `n${index}` }));
}

function makeReader(draw: Draw, subjects: Subject[], publishers: string[]): Reader {
  const kind = draw.chance();
  const count = kind < 0.2 ? 1 : kind < 0.4 ? 0 : 3 + draw.whole(6);
  const loved = draw.sample(subjects, count);
  const warmth = count === 0 ? 0.4 : 1;
  return {
    subjects: new Map([
      ...subjects.map(({ index }): [number, number] => [index, 0.5 * warmth * draw.normal()]),
      ...loved.map(({ index }): [number, number] => [index, count === 1 ? 3.5 : 1.4 + 0.5 * draw.normal()]),
    ]),
    sections: new Map(sectionNames.map((section) => [section, 0.8 * warmth * draw.normal()])),
    publishers: new Map(draw.sample(publishers, 4).map((publisher) => [publisher, 0.5 + 0.3 * draw.normal()])),
    often: 0.5 + 2 * draw.chance() ** 2,
    joinedAtHour: draw.chance() < 0.2 ? (shape.measuredFromDay - 1 + draw.chance() * 6) * 24 : 0,
    drift: 0.03,
    seen: new Set(),
    history: [],
  };
}

/** One liking in a while goes, and another comes. */
function moveTaste(draw: Draw, reader: Reader, subjects: readonly Subject[]): void {
  for (const [index, liking] of [...reader.subjects]) {
    if (draw.chance() >= reader.drift) continue;
    const next = draw.pick(subjects);
    reader.subjects.set(index, reader.subjects.get(next.index) ?? 0);
    reader.subjects.set(next.index, liking);
  }
}
