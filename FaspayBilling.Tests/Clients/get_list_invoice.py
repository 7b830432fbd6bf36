"""A merchant's system that knows only Faspay's documentation: signs a call of Get List Invoice by itself and prints the answer.

Usage: get_list_invoice.py ADDRESS USERNAME PASSWORD START END STATUS
"""

import hashlib
import json
import sys
import urllib.request


def signature(username, password):
    inner = hashlib.md5((username + password).encode()).hexdigest()
    return hashlib.sha1(inner.encode()).hexdigest()


def get_list_invoice(address, username, password, start, end, status):
    invoices, page, pages = [], 1, 1
    while page <= pages:
        call = {
            "signature": signature(username, password),
            "page": str(page),
            "start_period": start + " 00:00:00",
            "end_period": end + " 00:00:00",
            "status": status,
        }
        request = urllib.request.Request(
            address + "/billingbackendapi/web/billing/get-all-billing",
            data=json.dumps(call).encode(),
            headers={"Content-Type": "application/json"},
            method="GET",
        )
        with urllib.request.urlopen(request, timeout=60) as reply:
            answer = json.load(reply)
        if answer["response_code"] != "00":
            sys.exit(answer["message"])
        pages, page = answer["total_pages"], page + 1
        invoices += answer["data"]
    if len(invoices) != (answer["total_data"] if pages else 0):
        sys.exit("the pages do not add up to total_data")
    return invoices


if __name__ == "__main__":
    print(json.dumps(get_list_invoice(*sys.argv[1:7])))
