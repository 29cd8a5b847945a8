import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { StripeBooks } from "./stripe-books";
import { type FormTree, readForm, textAt } from "./stripe-form";
import { type StripeEvent, StripeFault, type StripeSubscription } from "./stripe-types";

type Options = { secretKey: string; webhookSecret: string; nowSec: number };
type Books = StripeBooks;
type Call = { method: string; path: string; parts: string[]; form: FormTree };

export type StripeServer = {
  url: string;
  books: Books;
  /** Every call of the API, in order. */
  calls: { method: string; path: string; key: string | undefined; version: string | undefined }[];
  /** Answers so many of the next calls with 500. */
  failNext: (times: number) => void;
  /** An event as it is posted to a webhook. @param atSec when it is signed */
  sign: (event: StripeEvent, atSec: number, secret?: string) => { body: string; signature: string };
  close: () => Promise<void>;
};

/**
 * A server on this machine that speaks the part of Stripe's API that we use, keeps what it is told, honours
 * idempotency keys, and has a page to pay on. Its clock stands until it is moved.
 *
 * Source: Stripe's API reference, version 2026-10-28
 */
export async function startStripeServer({ secretKey, webhookSecret, nowSec }: Options): Promise<StripeServer> {
  let url = "";
  let failures = 0;
  const books = new StripeBooks(nowSec, () => url);
  const calls: StripeServer["calls"] = [];
  const kept = new Map<string, { asked: string; status: number; body: string }>();

  const server = createServer((request, response) => void serve(request, response));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? "/", url);
    const body = await text(request);
    if (/^\/(pay|portal)\//.test(pathname)) return servePage(books, request.method ?? "GET", pathname, response);
    const key = request.headers["idempotency-key"]?.toString();
    const version = request.headers["stripe-version"]?.toString();
    calls.push({ method: request.method ?? "", path: pathname, key, version });
    const asked = `${request.method} ${pathname} ${body}`;
    const answer =
      judge(request, asked, key) ??
      run({ method: request.method ?? "", path: pathname, parts: pathname.split("/").slice(2), form: readForm(body || search.slice(1)) });
    if (key && answer.status < 500 && answer.status !== 409 && !kept.has(key)) kept.set(key, { asked, ...answer });
    response.writeHead(answer.status, { "content-type": "application/json", "request-id": "req_test" });
    response.end(answer.body);
  }

  function judge(request: IncomingMessage, asked: string, key: string | undefined): { status: number; body: string } | null {
    if (request.headers.authorization !== `Bearer ${secretKey}`)
      return fault(new StripeFault(401, "invalid_request_error", "api_key_invalid"));
    if (failures > 0) {
      failures -= 1;
      return fault(new StripeFault(500, "api_error", "internal"));
    }
    const before = key && kept.get(key);
    if (!before) return null;
    return before.asked === asked ? before : fault(new StripeFault(400, "idempotency_error", "idempotency_key_in_use"));
  }

  function run(call: Call): { status: number; body: string } {
    try {
      return { status: 200, body: JSON.stringify(answerCall(books, call, () => url)) };
    } catch (cause) {
      if (cause instanceof StripeFault) return fault(cause);
      throw cause;
    }
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  return {
    url,
    books,
    calls,
    failNext: (times) => {
      failures = times;
    },
    sign: (event, atSec, secret = webhookSecret) => {
      const body = JSON.stringify(event);
      const v1 = createHmac("sha256", secret).update(`${atSec}.${body}`).digest("hex");
      return { body, signature: `t=${atSec},v1=${v1}` };
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The pages that Stripe shows to people: where they pay, and where they keep their cards. */
function servePage(books: Books, method: string, pathname: string, response: ServerResponse): void {
  const [, room, id = ""] = pathname.split("/");
  const back = books.portals.get(id);
  const isKnown = room === "pay" ? books.sessions.has(id) : back !== undefined;
  if (!isKnown) return void response.writeHead(404).end();
  if (room === "pay" && method === "POST") return void response.writeHead(303, { location: books.pay(id) }).end();
  response.writeHead(200, { "content-type": "text/html" });
  const shown =
    room === "pay" ? `<form method="post"><button>Pay</button></form>` : `<h1>Cards and invoices</h1><a href="${back}">Back</a>`;
  response.end(`<!doctype html><title>Stripe</title><link rel="icon" href="data:,">${shown}`);
}

const fault = ({ status, type, code }: StripeFault): { status: number; body: string } => ({
  status,
  body: JSON.stringify({ error: { type, code, message: `A fault: ${code}` } }),
});

const list = (path: string, data: readonly object[]) => ({ object: "list", url: path, has_more: false, data });

/** The table of the API's paths that we use. */
function answerCall(books: Books, { method, path, parts, form }: Call, origin: () => string): object {
  const [room = "", id = "", deed = ""] = parts;
  const customer = textAt(form, "customer");
  const ofCustomer = (each: { customer: string }) => customer === undefined || each.customer === customer;
  switch (`${method} ${room}`) {
    case "POST checkout":
      return books.openSession(form);
    case "GET checkout":
      return books.get(books.sessions, deed);
    case "POST billing_portal":
      books.portals.set(customer ?? "", textAt(form, "return_url") ?? "");
      return { id: "bps_test", object: "billing_portal.session", url: `${origin()}/portal/${customer}` };
    case "GET subscriptions":
      return id
        ? whole(books, books.get(books.subscriptions, id))
        : list(
            path,
            [...books.subscriptions.values()].filter(ofCustomer).map((each) => whole(books, each)),
          );
    case "POST subscriptions":
      return whole(books, books.update(id, form));
    case "DELETE subscriptions":
      return whole(books, books.cancel(id));
    case "GET invoices":
      return list(path, books.invoices.filter(ofCustomer));
    case "POST invoices":
      return books.voidInvoice(id);
    case "GET charges":
      return list(path, books.charges.filter(ofCustomer));
    case "GET invoice_payments": {
      const [invoice, intent] = [textAt(form, "invoice"), textAt(form, "payment", "payment_intent")];
      const paid = books.charges.filter((charge) => (invoice ? charge.invoice === invoice : charge.payment_intent === intent));
      const paymentOf = ({ payment_intent }: (typeof paid)[number]) => ({ type: "payment_intent", payment_intent });
      return list(
        path,
        paid.map((charge) => ({
          id: `inpay_${charge.id}`,
          object: "invoice_payment",
          invoice: charge.invoice,
          payment: paymentOf(charge),
        })),
      );
    }
    case "POST refunds":
      return books.refundIntent(textAt(form, "payment_intent") ?? "");
    case "GET events":
      return listEvents(books, path, form);
    default:
      throw new StripeFault(404, "invalid_request_error", "url_invalid");
  }
}

function listEvents(books: Books, path: string, form: FormTree): object {
  const since = Number(textAt(form, "created", "gte") ?? 0);
  const sinceThen = books.events.filter((event) => event.created >= since).toReversed();
  const start = sinceThen.findIndex((event) => event.id === textAt(form, "starting_after")) + 1;
  const limit = Number(textAt(form, "limit") ?? 10);
  return { ...list(path, sinceThen.slice(start, start + limit)), has_more: start + limit < sinceThen.length };
}

/** With the latest invoice in place of its id, as `expand` asks. */
const whole = (books: Books, subscription: StripeSubscription) => ({
  ...subscription,
  latest_invoice: books.invoices.find(({ id }) => id === subscription.latest_invoice) ?? null,
});
