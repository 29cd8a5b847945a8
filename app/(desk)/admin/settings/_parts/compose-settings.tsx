import type { PageView } from "@/app/(reader)/_parts/page-view";
import { DeskFrame } from "@/components/desk/desk-frame";
import { SettingsPage } from "@/components/desk/settings/settings-page";
import type { Staff } from "@/lib/accounts/guards";
import { readSettings } from "@/lib/operations/settings-queries";
import { officeView } from "../../_parts/office-view";

/** How this install is set. */
export async function composeSettings(_params: object, staff: Staff): Promise<PageView | null> {
  const view = await readSettings(staff);
  if (!view) return null;
  return officeView(
    "Settings",
    <DeskFrame
      staff={{ name: staff.viewer.name, role: "admin" }}
      path="/admin/settings"
      title="Settings"
      words="Flags and configuration of this install, to be read; they are set in its environment."
    >
      <SettingsPage view={view} />
    </DeskFrame>,
  );
}
