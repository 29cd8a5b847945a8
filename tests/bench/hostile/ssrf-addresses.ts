import { existsSync, readFileSync } from "node:fs";
import { BlockList, isIPv6 } from "node:net";
import path from "node:path";
import { z } from "zod";

const Row = z.object({ url: z.string(), expect: z.string() });

/** Addresses to try: those that must never be reached, and controls that must. */
type SsrfUrls = { hostile: string[]; controls: string[] };

const ownHostile = [
  ...[
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "0x7f.1",
    "127。0。0。1",
    "①②⑦.⓪.⓪.①",
    "127%2e0%2e0%2e1",
    "0",
    "0.0.0.0",
  ],
  ...["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "100.64.0.1", "100.100.100.200", "169.254.169.254", "192.0.0.192"],
  ...["192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16"],
  ...[
    "[::]",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:0:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
  ],
  ...[
    "[fe80::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[ff02::1]",
    "[2001:db8::1]",
    "[100::1]",
    "[100:0:0:1::1]",
    "[4000::1]",
    "[e000::1]",
    "[3fff::1]",
  ],
  ...[
    "localhost",
    "localhost.",
    "a.localhost",
    "printer.local",
    "metadata.google.internal",
    "private.example",
    "mixed.example",
    "mapped.example",
  ],
  ...["alias.example", "mixed-families.example", "many.example", "unknown-name.example"],
].map((host) => `http://${host}/`);
const ownOther = [
  ...["http://198.41.0.4:22/", "http://198.41.0.4:25/", "http://198.41.0.4:6379/", "http://a@198.41.0.4/", "http://198.41.0.4@127.0.0.1/"],
  ...[
    "file:///etc/passwd",
    "ftp://198.41.0.4/",
    "gopher://127.0.0.1:6379/_x",
    "dict://127.0.0.1:11211/",
    "data:text/plain,x",
    "ws://127.0.0.1/",
  ],
];
const ownControls = ["http://1.1.1.1/", "http://198.41.0.4:8080/", "http://[2606:4700:4700::1111]/", "http://control.public.example/"];

/** Of the corpus only what it says must be blocked or allowed; what it leaves to judgement is judged by where it leads. */
export function loadSsrfUrls(corpus: string | null): SsrfUrls {
  const file = path.join(corpus ?? "", "hostile", "ssrf-urls.jsonl");
  const lines = corpus !== null && existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  const rows = lines.map((line) => Row.parse(JSON.parse(line)));
  const hostile = rows.filter((row) => row.expect !== "allow").map((row) => row.url);
  const controls = rows.filter((row) => row.expect === "allow").map((row) => row.url);
  return { hostile: [...new Set([...ownHostile, ...ownOther, ...hostile])], controls: [...new Set([...ownControls, ...controls])] };
}

/** Whether nobody's URL may lead to this address: by the IANA registries, written down apart from the guard's own rules. */
export function isForbidden(address: string): boolean {
  const isSix = isIPv6(address);
  return isSix ? !globalSix.check(address, "ipv6") || forbidden.check(address, "ipv6") : forbidden.check(address, "ipv4");
}

/** Ports of the web; anything else is forbidden as well. */
export const isWebPort = (port: number): boolean => [80, 443, 8080, 8443].includes(port);

const forbidden = new BlockList();
for (const net of [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24"],
  ...[
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
    "168.63.129.16/32",
  ],
]) {
  const [start = "", bits = "32"] = net.split("/");
  forbidden.addSubnet(start, Number(bits), "ipv4");
}
for (const net of ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]) {
  const [start = "", bits = "128"] = net.split("/");
  forbidden.addSubnet(start, Number(bits), "ipv6");
}
const globalSix = new BlockList();
globalSix.addSubnet("2000::", 3, "ipv6");
