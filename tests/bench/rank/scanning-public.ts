import { type Draw, openDraw } from "./draw";
import { type Happening, inventName, inventWord, makeSubjects, type Piece, type Subject, writeHeadline } from "./make-world";
import { openTally } from "./open-tally";
import { shuffleOccasion } from "./shuffle-occasion";
import type { Occasion, PublicModel } from "./types";

const shape = { readers: 350, days: 20, measuredFromDay: 15, happeningsADay: 70, subjects: 80, publishers: 25, shown: 40, tastes: 6 };
const hourMs = 3_600_000;
const beginMs = Date.UTC(2026, 8, 1);

type Reader = {
  /** A direction in the space of tastes, in which subjects have their places too; its length is how choosy the reader is. */
  taste: number[];
  often: number;
  joinedAtHour: number;
  seen: Set<string>;
  history: { title: string; section: string; publisher: string; at: string }[];
};
type World = { draw: Draw; places: Map<number, number[]>; pieces: Piece[] };

/**
 * A public that scans: the page puts what is read most on top, and each reader goes down it, opens what suits and mostly
 * stops there. Nobody has a list of likings: readers and subjects have places in a space of six tastes, through which
 * readers wander every day. Happenings rise for hours before they fall, and what is told as popularity counts
 * a larger public too, with noise. A tenth are choosy to the utmost, a sixth hardly at all, a quarter come in the last days.
 */
export const scanningPublic: PublicModel = {
  name: "scanning",
  title: "places in a space of tastes; readers scan from the top and stop",
  simulate: (seed) => {
    const draw = openDraw(seed ^ 0x5ca4);
    const subjects = makeSubjects(draw, shape.subjects);
    const places = new Map(subjects.map(({ index }) => [index, direction(draw, 1)]));
    const readers = Array.from({ length: shape.readers }, () => makeReader(draw));
    return watch({ draw, places, pieces: makePieces(draw, subjects) }, readers);
  },
};

function watch(world: World, readers: readonly Reader[]): Occasion[] {
  const { draw, pieces } = world;
  const tally = openTally();
  const outside = new Map(pieces.map(({ id }) => [id, Math.exp(0.6 * draw.normal())]));
  const occasions: Occasion[] = [];
  for (let day = 0; day < shape.days; day += 1) {
    for (const reader of readers) reader.taste = reader.taste.map((part) => part * 0.98 + 0.15 * draw.normal());
    for (const { reader, hour } of visitsOf(draw, readers, day)) {
      const nowMs = beginMs + hour * hourMs;
      const now = new Date(nowMs).toISOString();
      const popularityOf = (piece: Piece): number =>
        Math.round(tally.openedOf(piece.id) + 12 * (outside.get(piece.id) ?? 1) * risenShare(piece, nowMs) * Math.exp(piece.appeal));
      const slate = layPage(world, reader, nowMs, popularityOf);
      const opened = scan(world, reader, slate, nowMs);
      const isTold = opened.includes(true) && day >= shape.measuredFromDay;
      if (isTold) occasions.push(shuffleOccasion(draw, tally.tell(slate, opened, reader.history, now, popularityOf)));
      tally.note(slate, opened);
      for (const { id, title, section, publisher } of slate.filter((_, place) => opened[place])) {
        reader.seen.add(id);
        reader.history.push({ title, section, publisher, at: now });
      }
    }
  }
  return occasions;
}

function visitsOf(draw: Draw, readers: readonly Reader[], day: number): { reader: Reader; hour: number }[] {
  return readers
    .flatMap((reader) =>
      Array.from({ length: Math.floor(reader.often + draw.chance()) }, () => ({ reader, hour: (day + draw.chance()) * 24 })),
    )
    .filter(({ reader, hour }) => hour >= reader.joinedAtHour)
    .sort((a, b) => a.hour - b.hour);
}

/** Forty of the last three days, a quarter of them the newest, the most popular mostly on top. */
function layPage({ draw, pieces }: World, { seen }: Reader, nowMs: number, popularityOf: (piece: Piece) => number): Piece[] {
  const alive = pieces.filter(({ id, publishedAtMs }) => publishedAtMs <= nowMs && publishedAtMs > nowMs - 72 * hourMs && !seen.has(id));
  const chosen = new Set([...draw.sample(alive, (shape.shown * 3) / 4), ...alive.slice(-shape.shown / 4)]);
  return [...chosen]
    .map((piece) => ({ piece, weight: Math.log(1 + popularityOf(piece)) + 1.2 * draw.normal() }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ piece }) => piece);
}

/** Opens going down: after an opening two in three stop, and at every card one in thirty. */
function scan({ draw, places }: World, { taste }: Reader, slate: readonly Piece[], nowMs: number): boolean[] {
  const opened = slate.map(() => false);
  for (const [place, piece] of slate.entries()) {
    const suits = (places.get(piece.subject.index) ?? []).reduce((sum, part, axis) => sum + part * (taste[axis] ?? 0), 0);
    const nats = -3.6 + suits + piece.appeal + 1.2 * burst(piece, nowMs) + 0.4 * draw.normal();
    opened[place] = draw.chance() < 1 / (1 + Math.exp(-nats));
    if (draw.chance() < (opened[place] ? 0.67 : 0.033)) break;
  }
  return opened;
}

/** How much a happening is the talk of the hour, 0 to 1: at its height nine hours after it began. */
function burst({ happening }: Piece, nowMs: number): number {
  const hours = Math.max(0, nowMs - happening.beganAtMs) / hourMs / 9;
  return hours * Math.exp(1 - hours);
}

/** The part of all its readers elsewhere that an article has had by now, 0 to 1. */
const risenShare = ({ publishedAtMs }: Piece, nowMs: number): number => 1 - Math.exp(-(nowMs - publishedAtMs) / hourMs / 15);

function makePieces(draw: Draw, subjects: readonly Subject[]): Piece[] {
  const generalWords = Array.from({ length: 500 }, () => inventWord(draw, 2));
  const publishers = Array.from({ length: shape.publishers }, () => inventName(draw));
  const happenings = Array.from(
    { length: shape.happeningsADay * shape.days },
    (): Happening => ({
      subject: draw.weighted(subjects, ({ index }) => 1 / (8 + index)),
      names: Array.from({ length: 4 }, () => inventName(draw)),
      words: Array.from({ length: 4 }, () => inventWord(draw, 3)),
      appeal: 0.6 * draw.normal(),
      beganAtMs: beginMs + draw.chance() * shape.days * 24 * hourMs,
    }),
  );
  return happenings
    .flatMap((happening) =>
      Array.from({ length: 1 + draw.whole(3) }, () => ({
        id: "",
        title: writeHeadline(draw, happening, generalWords),
        section: happening.subject.section,
        publisher: draw.pick(publishers),
        publishedAtMs: happening.beganAtMs + draw.chance() * 20 * hourMs,
        appeal: happening.appeal + 0.3 * draw.normal(),
        subject: happening.subject,
        happening,
      })),
    )
    .sort((a, b) => a.publishedAtMs - b.publishedAtMs)
    .map((piece, index) => ({ ...piece, id: `b${index}` }));
}

function makeReader(draw: Draw): Reader {
  const kind = draw.chance();
  return {
    taste: direction(draw, kind < 0.1 ? 4 : kind < 0.27 ? 0.3 : 1.8),
    often: 0.2 + 1.5 * draw.chance() ** 3,
    joinedAtHour: draw.chance() < 0.25 ? (shape.measuredFromDay - 2 + draw.chance() * 6) * 24 : 0,
    seen: new Set(),
    history: [],
  };
}

/** A direction of chance with this length. */
function direction(draw: Draw, length: number): number[] {
  const parts = Array.from({ length: shape.tastes }, () => draw.normal());
  const long = Math.hypot(...parts) || 1;
  return parts.map((part) => (part / long) * length);
}
