"""Asks the published product for its first page and everything that page names; writes how many checks passed as a result file."""
import hashlib, json, pathlib, re, sys, urllib.request

address, folder, name, materials = sys.argv[1:]
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
check("licences and notices are published", all(pathlib.Path(folder, file).is_file() for file in (
    "THIRD-PARTY-NOTICES.md", "licences/Apache-2.0.txt", "licences/ASP.NET-Core.txt", "licences/MIT.txt", "licences/OpenTelemetry.txt", "licences/SkiaSharp.txt")))
check("no native libraries of other machines are published", not pathlib.Path(folder, "runtimes").exists()
      and not [file for file in files if file.suffix == ".dylib"])

bom = json.loads(pathlib.Path(materials).read_text())
parts = [part for whole in [*bom["components"], bom["metadata"]["component"]] for part in [whole, *whole.get("components", [])]]
known = {f"{part['name']}/{part.get('version')}" for part in parts}
libraries = json.loads(pathlib.Path(folder, "FaspayBilling.Web.deps.json").read_text())["libraries"]
strange = [library for library, how in libraries.items() if how["type"] != "project" and library.removeprefix("runtimepack.") not in known]
check(f"the bill of materials names every package that is published {strange}", libraries and not strange)
sums = {entry["content"].lower() for part in parts for entry in part.get("hashes", [])}
served = [file for file in files if file.parts[0] == "wwwroot" and file.suffix in (".css", ".js", ".map", ".svg")
          and file.name != "FaspayBilling.Web.styles.css"]
strange = [str(file) for file in served if hashlib.sha256(pathlib.Path(folder, file).read_bytes()).hexdigest() not in sums]
check(f"the bill of materials names every script and style that is published {strange}", served and not strange)
natives = [str(file) for file in files if file.name in ("libe_sqlite3.so", "libSkiaSharp.so")
           and hashlib.sha256(pathlib.Path(folder, file).read_bytes()).hexdigest() not in sums]
check(f"the bill of materials names the native libraries {natives}", not natives)

demo = json.loads((pathlib.Path(__file__).parent.parent / "FaspayBilling.Web/Demo/demo.json").read_text())
passwords = [demo["password"], demo["api"]["password"], demo["api"]["clientSecret"]]
told = [str(file) for file in files for password in passwords
        if any(password.encode(code) in pathlib.Path(folder, file).read_bytes() for code in ("utf-8", "utf-16-le"))]
check(f"no password of the demo is published {told}", not told)
check("no demo user is offered", demo["users"][0]["email"] not in page.decode())

print('<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><ResultSummary>'
      f'<Counters passed="{passed}" failed="{len(failed)}"/></ResultSummary></TestRun>')
print(f"{name}: {passed} passed, {len(failed)} failed", *failed, sep="\n  ", file=sys.stderr)
