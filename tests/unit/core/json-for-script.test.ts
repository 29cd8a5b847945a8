import { expect, it } from "vitest";
import { jsonForScript } from "@/lib/core/json-for-script";

it("keeps a publisher's text from closing the script it stands in, and loses none of it", () => {
  const data = { headline: "</script><script>alert(1)</script> & <!-- \u2028" };
  const written = jsonForScript(data);
  expect(written).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(written)).toEqual(data);
});
