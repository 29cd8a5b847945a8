import { composePicks } from "../../../_parts/compose-picks";
import { keptPage } from "../../../_parts/kept-page";

// Made at the first visit, not at the build: the build needs no database.
export const generateStaticParams = () => [];
export const dynamic = "force-static";
export const revalidate = 600;

const { show, metadataOf } = keptPage(composePicks);

export const generateMetadata = metadataOf;
export default show;
