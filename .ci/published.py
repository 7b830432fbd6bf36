"""Asks the published product for its first page and everything that page names; writes how many checks passed as a result file."""
import json, pathlib, re, sys, urllib.request

address, folder, name = sys.argv[1:]
passed, failed = 0, []


def check(what, holds):
    global passed
    if holds:
        passed += 1
    else:
        failed.append(what)


def get(path):
    with urllib.request.urlopen(f"{address}{path}", timeout=20) as answer:
        return answer.headers, answer.read()


_, page = get("/account/sign-in")
assets = set(re.findall(r'(?:src|href)="(?:\./|/)?([^"#?]+\.(?:js|css|svg))"', page.decode()))
check("the page names scripts and styles", len(assets) > 2)
assets.add("_framework/blazor.web.js")  # Pages before sign-in do without it.
for asset in sorted(assets):
    headers, body = get(f"/{asset}")
    kind = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}[asset.rsplit(".", 1)[1]]
    check(f"{asset} has something in it", len(body) > 0)
    check(f"{asset} is {kind}", headers.get_content_type() == kind)

files = [file.relative_to(folder) for file in pathlib.Path(folder).rglob("*") if file.is_file()]
check("no debug symbols are published", not [file for file in files if file.suffix == ".pdb"])
check("no source control is published", not [file for file in files if {".git", ".svn", ".hg"} & set(file.parts)])
check("no native libraries of other machines are published", not pathlib.Path(folder, "runtimes").exists()
      and not [file for file in files if file.suffix == ".dylib"])

demo = json.loads((pathlib.Path(__file__).parent.parent / "FaspayBilling.Web/Demo/demo.json").read_text())
passwords = [demo["password"], demo["api"]["password"], demo["api"]["clientSecret"]]
told = [str(file) for file in files for password in passwords
        if any(password.encode(code) in pathlib.Path(folder, file).read_bytes() for code in ("utf-8", "utf-16-le"))]
check(f"no password of the demo is published {told}", not told)
check("no demo user is offered", demo["users"][0]["email"] not in page.decode())

print('<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><ResultSummary>'
      f'<Counters passed="{passed}" failed="{len(failed)}"/></ResultSummary></TestRun>')
print(f"{name}: {passed} passed, {len(failed)} failed", *failed, sep="\n  ", file=sys.stderr)
