/** Where the sandbox takes the payments: that it does, and how to live through a membership in it. */
export function SandboxNote() {
  return (
    <p className="sandbox-note">
      This install takes payments in a sandbox: no money moves. To see what comes next,{" "}
      <a href="/sandbox/clock">move this account’s clock</a>.
    </p>
  );
}
