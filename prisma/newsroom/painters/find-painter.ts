import type { NewsroomPicture } from "@/prisma/newsroom/types";
import { paintChamber } from "./chamber";
import { paintCityDay } from "./city-day";
import { paintCityNight } from "./city-night";
import { paintDesert } from "./desert";
import { paintFactory } from "./factory";
import { paintFields } from "./fields";
import { paintForest } from "./forest";
import { paintHarbour } from "./harbour";
import { paintIce } from "./ice";
import { paintLaboratory } from "./laboratory";
import { paintMarketHall } from "./market-hall";
import { paintMountains } from "./mountains";
import { paintObservatory } from "./observatory";
import type { Painter } from "./painter";
import { paintPortrait } from "./portrait";
import { paintRailway } from "./railway";
import { paintSea } from "./sea";
import { paintStadium } from "./stadium";
import { paintStage } from "./stage";
import { paintStillLife } from "./still-life";
import { paintStreetRain } from "./street-rain";

const PAINTERS: Record<NewsroomPicture["scene"], Painter> = {
  chamber: paintChamber,
  "city-day": paintCityDay,
  "city-night": paintCityNight,
  desert: paintDesert,
  factory: paintFactory,
  fields: paintFields,
  forest: paintForest,
  harbour: paintHarbour,
  ice: paintIce,
  laboratory: paintLaboratory,
  "market-hall": paintMarketHall,
  mountains: paintMountains,
  observatory: paintObservatory,
  portrait: paintPortrait,
  railway: paintRailway,
  sea: paintSea,
  stadium: paintStadium,
  stage: paintStage,
  "still-life": paintStillLife,
  "street-rain": paintStreetRain,
};

/** The painter of a scene. */
export function findPainter(scene: NewsroomPicture["scene"]): Painter {
  return PAINTERS[scene];
}
