import { headers } from "next/headers";
import { readAcceptLanguage } from "@/lib/core/read-accept-language";
import { composeFront } from "../../../../_parts/compose-front";
import { memberRoute } from "../../../../_parts/member-route";
import type { Reader } from "../../../../_parts/reader";

/** The browser's languages help a reader who has not said which they read. */
const compose = async (params: { edition: string }, reader: Reader) =>
  composeFront({ ...params, hints: readAcceptLanguage((await headers()).get("accept-language")) }, reader);

export const GET = memberRoute(compose);
