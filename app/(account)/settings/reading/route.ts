import { composeReadingSettings } from "../../../(reader)/_parts/compose-reading-settings";
import { ownRoute } from "../../../(reader)/_parts/own-route";

export const GET = ownRoute(composeReadingSettings);
