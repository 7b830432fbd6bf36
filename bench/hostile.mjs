// Turns pages in one browser and uploads in another; bench/hostile starts it. Prints CPU and time per turn, alone and beside uploads.
import { readFileSync, readdirSync } from "node:fs";
import { chromium } from "playwright-core";

const [site, pid, count, ...zips] = process.argv.slice(2);
const Rounds = 2, Warm = 300, TicksPerSecond = 100;
const turns = Math.ceil(Number(count) / Rounds);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

// Seconds on the processors of one process alone: utime and stime; what its ended children took stands in other fields.
function cpu(id) {
  const stat = readFileSync(`/proc/${id}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
}

// The reading process is the only one that the server starts; each one that ran is remembered with what it took so far.
const readers = new Map();
function watchReaders() {
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${id}/stat`, "utf8");
      if (stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] === pid) readers.set(id, cpu(id));
    } catch {
      // It ended meanwhile.
    }
  }
}
const readersCpu = () => [...readers.values()].reduce((sum, one) => sum + one, 0);
setInterval(watchReaders, 100).unref();

async function signIn(email) {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${site}/account/sign-in`);
  await page.fill("input[name=Email]", email);
  await page.fill("input[name=Password]", process.env.PASSWORD);
  await page.press("input[name=Password]", "Enter");
  await page.waitForURL((url) => !url.pathname.includes("sign-in"));
  return page;
}

const reader = await signIn("viewer@fpy.example");
await reader.goto(`${site}/billings?size=10`);
await reader.getByRole("link", { name: "Next page" }).waitFor();
let forward = true;

// To the next page and back again, each until other rows stand there.
async function turn() {
  const before = await reader.locator("tbody tr").first().innerText();
  await reader.getByRole("link", { name: forward ? "Next page" : "Previous page" }).click();
  await reader.waitForFunction((old) => ![undefined, old].includes(document.querySelector("tbody tr")?.innerText), before);
  forward = !forward;
}

const uploader = await signIn("finance@fpy.example");
await uploader.goto(`${site}/e-faktur/files`);
let uploads = 0;
async function upload() {
  await uploader.getByRole("button", { name: "Upload E-Faktur", exact: true }).click();
  const field = uploader.getByTestId("upload-file");
  await field.and(uploader.locator(":enabled")).waitFor({ state: "attached" });
  await field.setInputFiles(zips[uploads++ % zips.length]);
  await uploader.getByRole("button", { name: "Upload", exact: true }).click();
  await uploader.getByTestId("upload-sum").waitFor({ timeout: 120_000 });
  await uploader.getByRole("button", { name: "OK", exact: true }).click();
}

async function measure(sum) {
  const [began, before, others] = [performance.now(), cpu(pid), readersCpu()];
  for (let i = 0; i < turns; i++) await turn();
  sum.cpu += cpu(pid) - before;
  sum.time += performance.now() - began;
  watchReaders();
  sum.readers += readersCpu() - others;
}

for (let i = 0; i < Warm; i++) await turn();
for (const _ of zips) await upload();

const alone = { cpu: 0, time: 0, readers: 0 }, beside = { cpu: 0, time: 0, readers: 0 };
for (let round = 0; round < Rounds; round++) {
  await measure(alone);
  let going = true;
  const uploading = (async () => {
    while (going) await upload();
  })();
  await measure(beside);
  going = false;
  await uploading;
}

const ratio = (what) => beside[what] / alone[what];
const perTurn = (sum, what, scale) => ((sum[what] * scale) / (turns * Rounds)).toFixed(2);
const row = (title, one, other, last = "") => console.log(`${title.padEnd(24)}${one.padStart(9)}${other.padStart(18)}${last.padStart(8)}`);
console.log(`${turns * Rounds} turns each, ${uploads} uploads`);
row("", "alone", "beside uploads", "ratio");
row("server CPU ms a turn", perTurn(alone, "cpu", 1000), perTurn(beside, "cpu", 1000), ratio("cpu").toFixed(2));
row("time ms a turn", perTurn(alone, "time", 1), perTurn(beside, "time", 1), ratio("time").toFixed(2));
row("reading process CPU s", alone.readers.toFixed(1), beside.readers.toFixed(1));
await browser.close();
process.exit(ratio("cpu") <= 1.1 ? 0 : 1);
