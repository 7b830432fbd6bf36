"""Makes a walk out of the requests of LHDN's collection, each with what its answer must be; and counts what newman reports."""
import copy, json, sys

SECRET = "Demo-Document-2026"
ERROR = ["code", "details", "error", "errorCode", "errorMS", "innerError", "message", "propertyName", "propertyPath", "target"]
DETAILS = ["cancelDateTime", "createdByUserId", "dateTimeIssued", "dateTimeReceived", "dateTimeValidated", "documentStatusReason", "internalId", "issuerName", "issuerTin", "longId",
           "receiverId", "receiverName", "rejectRequestDateTime", "status", "submissionUid", "totalDiscount", "totalExcludingTax", "totalNetAmount", "totalPayableAmount",
           "typeName", "typeVersionName", "uuid"]
RECENT = ["cancelDateTime", "dateTimeIssued", "dateTimeReceived", "dateTimeValidated", "documentStatusReason", "internalId", "issuerTin", "longId", "netAmount", "receiverId", "receiverName",
          "rejectRequestDateTime", "status", "submissionChannel", "submissionUID", "total", "totalDiscount", "totalSales", "typeName", "typeVersionName", "uuid"]
NOTIFICATION = ["address", "creationDateTime", "deliveredDateTime", "deliveryAttempts", "finalMessage", "language", "notificationDeliveryId", "notificationId", "notificationSubject",
                "receivedDateTime", "receiverName", "status", "typeId", "typeName"]
CANCEL, REJECT, NOTED, NOTE = "DEMOTOCANCEL00000000000001", "DEMOTOREJECT00000000000002", "DEMONOTED00000000000000003", "DEMOCREDITNOTE000000000004"


def has(keys, where="body"):
    return f"pm.test('has the documented names', () => pm.expect(Object.keys({where})).to.include.members({json.dumps(keys)}));"


def says(path, value):
    return f"pm.test({json.dumps(f'{path} is {value}')}, () => pm.expect(body.{path}).to.eql({json.dumps(value)}));"


def refused(http, code):
    return http, [has(["status", "name", "error"]), has(ERROR, "body.error"), has(["code", "message", "target"], "body.error.details[0]"),
                  says("error.code", code), says("error.errorCode", code), says("error.details[0].code", code)]


def token(client):
    keep = "pm.environment.set('generatedAccessToken', body.access_token);"
    return {"clientId": client, "clientSecret": SECRET}, (200, [has(["access_token", "token_type", "expires_in", "scope"]), says("token_type", "Bearer"), says("expires_in", 3600), says("scope", "InvoicingAPI"), keep])


def state(uuid, status):
    return 200, [says("uuid", uuid), says("status", status)]


def walk(path):
    found = {}

    def collect(items):
        for item in items:
            collect(item["item"]) if "item" in item else found.setdefault(item["name"], item)

    collection = json.load(open(path, encoding="utf-8-sig"))
    collect(collection["item"])
    steps = []

    def step(name, expected, variables=None, path_values=None, headers=None, query=None):
        item = copy.deepcopy(found[name])
        request = item["request"]
        for variable in request["url"].get("variable", []):
            variable["value"] = (path_values or {}).get(variable["key"], variable["value"])
        for header in request.get("header", []):
            header["value"] = (headers or {}).get(header["key"], header["value"])
        if "query" in request["url"]:
            request["url"]["query"] = [q for q in request["url"]["query"] if q["key"] in (query or {})]
            for q in request["url"]["query"]:
                q["value"] = query[q["key"]]
            request["url"]["raw"] = request["url"]["raw"].split("?")[0]
        http, checks = expected
        before = [f"pm.environment.set({json.dumps(k)}, {json.dumps(v)});" for k, v in (variables or {}).items()]
        after = ["const body = pm.response.json();", f"pm.test('HTTP {http}', () => pm.response.to.have.status({http}));",
                 "pm.test('has a correlationId', () => pm.expect(pm.response.headers.get('correlationId')).to.be.ok);", *checks]
        item["event"] = [{"listen": "prerequest", "script": {"type": "text/javascript", "exec": before}}, {"listen": "test", "script": {"type": "text/javascript", "exec": after}}]
        item["name"] = f"{len(steps) + 1} {name}"
        steps.append(item)

    def document(name, uuid, expected):
        step(name, expected, path_values={"uuid": uuid})

    variables, good = token("demo-fpy-client")
    step("Login as Taxpayer System", (400, [says("error", "invalid_client")]), {**variables, "clientSecret": "wrong"})
    step("Login as Taxpayer System", good, variables)
    step("Get Recent Documents", (200, [has(["result", "metadata"]), has(RECENT, "body.result[0]"), has(["totalPages", "totalCount"], "body.metadata"),
         f"pm.test('lists the document', () => pm.expect(body.result.map(d => d.uuid)).to.include('{CANCEL}'));"]), query={"pageNo": "1", "pageSize": "100"})
    step("Get Recent Documents", refused(400, "BadArgument"), query={"pageNo": "{pageNo}"})
    document("Get Document Details", CANCEL, (200, [has(DETAILS), says("status", "Valid"), says("cancelDateTime", None)]))
    document("Cancel Document", CANCEL, state(CANCEL, "Cancelled"))
    document("Cancel Document", CANCEL, refused(400, "IncorrectState"))
    document("Get Document Details", CANCEL, (200, [has(DETAILS), says("status", "Cancelled"), says("documentStatusReason", "some reason for cancelled document")]))
    document("Cancel Document", NOTED, refused(400, "ActiveReferencingDocuments"))
    document("Cancel Document", "F9D425P6DS7D8IU", refused(404, "NotFound"))
    document("Reject Document", REJECT, refused(403, "Forbidden"))
    document("Get Document Details", "F9D425P6DS7D8IU", refused(404, "NotFound"))
    step("Get All Document Types", (200, [has(["result"]), has(["id", "invoiceTypeCode", "description", "activeFrom", "documentTypeVersions"], "body.result[0]")]))
    step("Get Document Type", (200, [has(["id", "invoiceTypeCode", "description", "activeFrom", "documentTypeVersions", "workflowParameters"]),
         has(["id", "parameter", "value", "activeFrom"], "body.workflowParameters[0]")]), path_values={"id": "1"})
    variables, good = token("demo-intermediary-client")
    step("Login as Intermediary System", (400, [says("error", "unauthorised_client")]), variables)
    step("Login as Intermediary System", good, variables, headers={"onbehalfof": "022732101075000"})
    document("Cancel Document", NOTE, state(NOTE, "Cancelled"))
    document("Cancel Document", NOTED, state(NOTED, "Cancelled"))
    variables, good = token("demo-t8v-client")
    step("Login as Taxpayer System", good, variables)
    document("Reject Document", REJECT, state(REJECT, "Requested for Rejection"))
    document("Reject Document", REJECT, refused(400, "IncorrectState"))
    document("Cancel Document", REJECT, refused(403, "Forbidden"))
    document("Get Document Details", REJECT, (200, [has(DETAILS), says("status", "Valid"), says("documentStatusReason", "some reason for rejected document")]))
    step("Get Notifications", (200, [has(["result", "metadata"]), has(NOTIFICATION, "body.result[0]"), has(["hasNext"], "body.metadata")]), query={"pageNo": "1", "pageSize": "10"})
    json.dump({"info": collection["info"], "item": steps}, sys.stdout)


def count(path):
    run = json.load(open(path, encoding="utf-8"))["run"]
    checks = run["stats"]["assertions"]
    broken = run["stats"]["requests"]["failed"] + run["stats"]["testScripts"]["failed"] + run["stats"]["prerequestScripts"]["failed"]
    failed, passed = checks["failed"] + broken, checks["total"] - checks["failed"]
    print(f'<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><ResultSummary><Counters passed="{passed}" failed="{failed or int(passed == 0)}"/></ResultSummary></TestRun>')
    print(f"newman: {passed} passed, {failed} failed", file=sys.stderr)


{"walk": walk, "count": count}[sys.argv[1]](sys.argv[2])
