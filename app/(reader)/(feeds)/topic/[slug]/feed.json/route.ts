import { readTopicFeed } from "@/lib/syndication/feed-queries";
import { feedRoute } from "../../../../_parts/feed-route";

export const dynamic = "force-dynamic";

export const GET = feedRoute(readTopicFeed, "json");
