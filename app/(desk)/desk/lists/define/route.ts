import { defineList } from "@/lib/editorial/list-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";
import { renewPickPages } from "../_parts/renew-pages";

const fields = ["slug", "isNew", "name", "description", "places", "editions", "frontPlace", "isActive"];

export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, {
    fields,
    command: async (input) => {
      const done = await defineList(input);
      if (done.ok) renewPickPages();
      return done;
    },
  });
