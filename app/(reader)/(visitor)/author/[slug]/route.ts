import { composeAuthor } from "../../../_parts/compose-author";
import { keptRoute } from "../../../_parts/visitor-route";

// Made at the first visit, not at the build: the build needs no database.
export const generateStaticParams = () => [];
export const dynamic = "force-static";
export const revalidate = 600;

export const GET = keptRoute(composeAuthor);
