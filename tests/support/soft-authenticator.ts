import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** An authenticator in software, as far as a relying party can tell: ES256 keys, user verified, no attestation. */
export type SoftAuthenticator = {
  /** Answers creation options. @param options JSON as the page carries it */
  create: (options: string, changes?: AnswerChanges) => string;
  /** Answers request options with the key made last. */
  get: (options: string, changes?: AnswerChanges) => string;
  /** What it counts next; set it back to play a copied key. */
  counter: number;
};

type AnswerChanges = { origin?: string; flags?: number; format?: string; statement?: Buffer; id?: string };

// WebAuthn, section 6.1: user present, user verified, attested data included.
const [present, verified, attested] = [1, 4, 64];

/** @param origin what the browser would write into the client data */
export function makeAuthenticator(origin: string): SoftAuthenticator {
  const id = randomBytes(16);
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  let userHandle = "";
  const authenticator: SoftAuthenticator = {
    counter: 0,
    create: (options, changes = {}) => {
      const { challenge, rp, user } = JSON.parse(options);
      userHandle = user.id;
      const data = Buffer.concat([
        authenticatorData(rp.id, changes.flags ?? present | verified | attested, ++authenticator.counter),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey(publicKey),
      ]);
      const statement = changes.statement ?? Buffer.from([0xa0]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        text("fmt"),
        text(changes.format ?? "none"),
        text("attStmt"),
        statement,
        text("authData"),
        bytes(data),
      ]);
      const response = {
        ...clientData("webauthn.create", challenge, changes.origin ?? origin),
        attestationObject: url(attestation),
        transports: ["internal"],
      };
      return answer(url(id), response);
    },
    get: (options, changes = {}) => {
      const { challenge, rpId } = JSON.parse(options);
      const data = authenticatorData(rpId, changes.flags ?? present | verified, ++authenticator.counter);
      const client = clientData("webauthn.get", challenge, changes.origin ?? origin);
      const signature = sign("sha256", Buffer.concat([data, sha256(Buffer.from(client.clientDataJSON, "base64url"))]), privateKey);
      return answer(changes.id ?? url(id), { ...client, authenticatorData: url(data), signature: url(signature), userHandle });
    },
  };
  return authenticator;
}

const answer = (id: string, response: object): string =>
  JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, authenticatorAttachment: "platform", response });

const clientData = (type: string, challenge: string, origin: string) => ({
  clientDataJSON: url(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))),
});

function authenticatorData(rpId: string, flags: number, counter: number): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt8(flags, 0);
  tail.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(Buffer.from(rpId)), tail]);
}

/** COSE: kty EC2, alg ES256, crv P-256, x, y. Source: RFC 9053, 7.1.1 */
function coseKey(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const coordinate = (text: string | undefined) => bytes(Buffer.from(text ?? "", "base64url"));
  return Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21]), coordinate(x), Buffer.from([0x22]), coordinate(y)]);
}

/** CBOR text and byte strings of up to 65,535 bytes. Source: RFC 8949, 3 */
const text = (value: string): Buffer => head(0x60, Buffer.from(value));
const bytes = (value: Buffer): Buffer => head(0x40, value);

function head(major: number, value: Buffer): Buffer {
  const length = value.length;
  const start = length < 24 ? [major | length] : length < 256 ? [major | 24, length] : [major | 25, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(start), value]);
}

const sha256 = (data: Buffer): Buffer => createHash("sha256").update(data).digest();
const url = (data: Buffer): string => data.toString("base64url");
