import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";

/** Names and addresses that the good certificate is for. */
const names = ["DNS:*.public.example", "IP:1.1.1.1", "IP:198.41.0.4", "IP:2606:4700:4700::1111"];

/**
 * Makes an authority of our own and certificates by it: `good`, `expired`, `stranger` (for another name) and
 * `selfsigned`, each as NAME.key and NAME.pem in `folder`.
 *
 * @returns the authority's certificate file; null where there is no openssl
 */
export async function makeCertificates(folder: string): Promise<string | null> {
  const at = (name: string) => path.join(folder, name);
  const openssl = (args: string[]) => spawnSync("openssl", args, { cwd: folder, encoding: "utf8" }).status === 0;
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const root = ["req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Test authority", "-days", "2"];
  if (!openssl(root)) return null;
  const makeLeaf = async (name: string, altNames: string, days: string) => {
    await writeFile(at(`${name}.ext`), `subjectAltName=${altNames}\n`);
    openssl(["req", "-new", ...key, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", "/CN=leaf"]);
    const sign = ["x509", "-req", "-in", `${name}.csr`, "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", `${name}.ext`];
    return openssl([...sign, "-out", `${name}.pem`, ...(days === "" ? expiredDates : ["-days", days])]);
  };
  const isMade =
    (await makeLeaf("good", names.join(","), "2")) &&
    (await makeLeaf("stranger", "DNS:stranger.example", "2")) &&
    openssl([
      "req",
      "-x509",
      ...key,
      "-keyout",
      "selfsigned.key",
      "-out",
      "selfsigned.pem",
      "-subj",
      "/CN=self.public.example",
      "-days",
      "2",
    ]);
  await makeLeaf("expired", names.join(","), "");
  return isMade ? at("ca.pem") : null;
}

const expiredDates = ["-days", "-1"];
