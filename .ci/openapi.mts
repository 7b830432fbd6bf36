// Calls every operation with the client that the document describes, holds each answer against it, and writes how many checks passed as a result file.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./api.js";

const [site, lint] = process.argv.slice(2) as [string, string];
const document = JSON.parse(readFileSync("api.json", "utf8"));
const operations = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((path) => Object.values(path).map((o) => o.operationId));
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, allErrors: true });
ajv.addSchema(document, "api");
const called = new Set<string>();
const failed: string[] = [];
let passed = 0;

function check(what: string, holds: boolean | undefined, got: unknown = "") {
  if (holds) passed++;
  else failed.push(`${what} ${JSON.stringify(got)}`);
}

const pointer = (...steps: string[]) => "api#/" + steps.map((s) => encodeURIComponent(s.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");
const watch: Middleware = {
  async onResponse({ request, response, schemaPath }) {
    const method = request.method.toLowerCase();
    const operation = document.paths[schemaPath][method];
    const what = `${operation.operationId} answers ${response.status} as described`;
    const body = await response.clone().json();
    called.add(operation.operationId);
    if (!operation.responses[response.status]) return check(what, false, body);
    const fits = ajv.compile({ $ref: pointer("paths", schemaPath, method, "responses", `${response.status}`, "content", "application/json", "schema") });
    check(what, fits(body), [fits.errors, body]);
    check(`${operation.operationId} has a correlationId`, response.headers.has("correlationId"));
  },
};

function client(token?: string) {
  const made = createClient<paths>({ baseUrl: site, headers: token ? { Authorization: `Bearer ${token}` } : {} });
  made.use(watch);
  return made;
}

const hex = (kind: string, text: string) => createHash(kind).update(text).digest("hex");
const sign = (transaction = "") => hex("sha1", hex("md5", `demo-fpyDemo-Billing-2026${transaction}`));

// What the types refuse; compiled, never called.
export function refused() {
  // @ts-expect-error An empty object is no bill.
  client().POST("/billingbackendapi/web/api/create", { body: {} });
  // @ts-expect-error Nor is it a change of state.
  client().PUT("/api/v1.0/documents/state/{uuid}/state", { params: { path: { uuid: "x" } }, body: {} });
  // @ts-expect-error The list needs its signature.
  client().GET("/billingbackendapi/web/billing/get-all-billing", {});
}

async function lints() {
  const { totals, problems } = JSON.parse(readFileSync(lint, "utf8")) as { totals: { errors: number; warnings: number }; problems: { ruleId: string; message: string }[] };
  check("redocly finds no error", totals.errors === 0, problems.map((p) => `${p.ruleId}: ${p.message}`));
  check("redocly has no warning", totals.warnings === 0, problems.map((p) => `${p.ruleId}: ${p.message}`));
}

async function billing() {
  const api = client();
  const list = await api.GET("/billingbackendapi/web/billing/get-all-billing", {
    params: { query: { signature: sign(), page: 1, start_period: "2023-02-01", end_period: "2023-04-30", status: "0,2" } },
  });
  check("listInvoices finds the documented invoices", list.data?.response_code === "00" && list.data.data.length > 0, list.data);

  const transaction_number = "700100200300";
  const bill: components["schemas"]["BillRequest"] = {
    service_id: 1, transaction_number, billing_total: 10000, customer_name: "Budi Santoso", customer_email: "budi@pelanggan.example", customer_phone: "087884398009",
    items: [{ item_name: "Chicken", qty: 2, item_amount: "2500" }, { item_name: "Duck", qty: "1", item_amount: 5000 }], signature: sign(transaction_number),
  };
  const made = await api.POST("/billingbackendapi/web/api/create", { body: bill });
  if (made.data?.response_code !== "00") return check("createBill makes a bill", false, made.data);
  check("createBill makes a bill", made.data.billing_total === 10000, made.data);
  const which = { service_id: 1, billing_id: made.data.billing_id, transaction_number, signature: sign(transaction_number) };
  const asked = await api.GET("/billingbackendapi/web/api/inquire", { params: { query: which } });
  check("inquireBill finds it", asked.data?.response_code === "00" && asked.data.billing_status === "UNPAID", asked.data);
  const posted = await api.POST("/billingbackendapi/web/api/inquire", { body: which });
  check("inquireBillByPost finds it", posted.data?.response_code === "00" && posted.data.billing_url === made.data.billing_url, posted.data);
  const gone = await api.POST("/billingbackendapi/web/api/cancel", { body: which });
  check("cancelBill cancels it", gone.data?.response_code === "00" && gone.data.billing_status === "CANCELLED", gone.data);
  const forged = await api.POST("/billingbackendapi/web/api/cancel", { body: { ...which, signature: sign("1") } });
  check("a wrong signature is refused", forged.data?.response_code === "01" && forged.data.response_message.startsWith("signature:"), forged.data);
}

async function token(client_id: string, client_secret = "Demo-Document-2026") {
  return client().POST("/connect/token", {
    body: { client_id, client_secret, grant_type: "client_credentials", scope: "InvoicingAPI" },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
}

async function documents() {
  const none = await token("demo-fpy-client", "wrong");
  check("a wrong secret gets no token", none.response.status === 400 && none.error !== undefined && "error_description" in none.error && none.error.error === "invalid_client", none.error);
  const issuer = client((await token("demo-fpy-client")).data?.access_token);
  const receiver = client((await token("demo-t8v-client")).data?.access_token);
  const [toCancel, toReject] = ["DEMOTOCANCEL00000000000001", "DEMOTOREJECT00000000000002"];

  const recent = await issuer.GET("/api/v1.0/documents/recent", { params: { query: { InvoiceDirection: "Sent", pageSize: 50 } } });
  check("listRecentDocuments lists the demo's", recent.data?.result.some((d) => d.uuid === toCancel), recent.data?.metadata);
  const details = await issuer.GET("/api/v1.0/documents/{uuid}/details", { params: { path: { uuid: toCancel } } });
  check("getDocumentDetails shows it valid", details.data?.status === "Valid" && details.data.cancelDateTime === null, details.data);
  const cancelled = await issuer.PUT("/api/v1.0/documents/state/{uuid}/state", {
    params: { path: { uuid: toCancel }, header: { "Idempotency-Key": "order-4711" } }, body: { status: "cancelled", reason: "Wrong buyer details" },
  });
  check("changeDocumentState cancels", cancelled.data?.status === "Cancelled", cancelled.error);
  const rejected = await receiver.PUT("/api/v1.0/documents/state/{uuid}/state", { params: { path: { uuid: toReject } }, body: { status: "rejected", reason: "Not ours" } });
  check("changeDocumentState rejects", rejected.data?.status === "Requested for Rejection", rejected.error);
  const forbidden = await issuer.PUT("/api/v1.0/documents/state/{uuid}/state", { params: { path: { uuid: toReject } }, body: { status: "rejected", reason: "Not theirs" } });
  check("the issuer may not reject", forbidden.response.status === 403 && forbidden.error?.error.details[0]?.code === "Forbidden", forbidden.error);
  const nothing = await issuer.GET("/api/v1.0/documents/{uuid}/details", { params: { path: { uuid: "A".repeat(26) } } });
  check("another document is not found", nothing.response.status === 404 && nothing.error?.name === "Get Document Details", nothing.error);
  const types = await issuer.GET("/api/v1.0/documenttypes");
  check("listDocumentTypes lists eight", types.data?.result.length === 8, types.data);
  const type = await issuer.GET("/api/v1.0/documenttypes/{id}", { params: { path: { id: 1 } } });
  check("getDocumentType has its parameters", type.data?.workflowParameters.some((p) => p.parameter === "cancellationDuration" && p.value === 72), type.data);
  const notices = await issuer.GET("/api/v1.0/notifications/taxpayer", { params: { query: { pageSize: 10 } } });
  check("listNotifications tells of it", notices.data?.result.some((n) => n.finalMessage?.includes(toCancel)), notices.data);
  const stranger = await client().GET("/api/v1.0/documenttypes");
  check("without a token nobody is served", stranger.response.status === 401 && stranger.error?.error.code === "Unauthorized", stranger.error);
}

for (const part of [lints, billing, documents]) {
  await part().catch((broken: unknown) => check(part.name, false, `${broken}`));
}
check("every operation was called", operations.length > 0 && operations.every((o) => called.has(o)), operations.filter((o) => !called.has(o)));
console.log(
  '<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><ResultSummary>' +
    `<Counters passed="${passed}" failed="${failed.length}"/></ResultSummary></TestRun>`,
);
console.error([`openapi: ${passed} passed, ${failed.length} failed`, ...failed].join("\n  "));
