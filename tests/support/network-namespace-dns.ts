import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { isIPv4 } from "node:net";
import ipaddr from "ipaddr.js";

/** Addresses of both families, another name, a fault by its DNS code, or no answer at all. */
type ZoneAnswer = readonly string[] | { alias: string } | { rcode: number } | "silence";

/** What the world's name server says of a name, asked anew for each question. */
export type Zone = (name: string, family: 4 | 6) => ZoneAnswer;

export const nameError = { rcode: 3 } as const;
export const serverFailure = { rcode: 2 } as const;

/** Answers names at 127.0.0.1:53 over UDP. Works only inside a network namespace of our own. */
export async function startNameServer(zone: Zone): Promise<Socket> {
  const socket = createSocket("udp4");
  socket.on("message", (message, sender) => answer(socket, message, sender, zone));
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(53, "127.0.0.1", resolve);
  });
  return socket;
}

function answer(socket: Socket, message: Buffer, sender: RemoteInfo, zone: Zone): void {
  const { name, end } = readName(message);
  const type = message.readUInt16BE(end);
  const said = type === 1 || type === 28 ? zone(name, type === 1 ? 4 : 6) : [];
  if (said === "silence") return;
  const rcode = "rcode" in said ? said.rcode : 0;
  socket.send(reply(message, end, rcode, recordsOf(said, type, zone)), sender.port, sender.address);
}

function recordsOf(said: Exclude<ZoneAnswer, "silence">, type: number, zone: Zone): Buffer[] {
  const family = type === 1 ? 4 : 6;
  const listed = (owner: Buffer, answer: ZoneAnswer): Buffer[] =>
    Array.isArray(answer)
      ? answer.filter((each) => isIPv4(each) === (family === 4)).map((each) => record(owner, type, addressBytes(each)))
      : [];
  if (!("alias" in said)) return listed(pointer(12), said);
  const alias = nameBytes(said.alias);
  return [record(pointer(12), 5, alias), ...listed(alias, zone(said.alias, family))];
}

function readName(message: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.subarray(at + 1, at + 1 + length).toString("latin1"));
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), end: at + 1 };
}

const pointer = (at: number): Buffer => Buffer.from([0xc0, at]);
const nameBytes = (name: string): Buffer =>
  Buffer.concat([...name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)])), Buffer.alloc(1)]);
const addressBytes = (address: string): Buffer => Buffer.from(ipaddr.parse(address).toByteArray());

function record(owner: Buffer, type: number, data: Buffer): Buffer {
  const middle = Buffer.alloc(10);
  middle.writeUInt16BE(type, 0);
  middle.writeUInt16BE(1, 2);
  middle.writeUInt16BE(data.length, 8);
  return Buffer.concat([owner, middle, data]);
}

function reply(question: Buffer, end: number, rcode: number, records: Buffer[]): Buffer {
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(0x8180 | rcode, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, question.subarray(12, end + 4), ...records]);
}
