// Turns pages in one browser and uploads in another; bench/hostile starts it. Prints CPU and time per turn, alone and beside uploads.
import { readFileSync, readdirSync } from "node:fs";
import { chromium } from "playwright-core";

const [site, pid, count, ...zips] = process.argv.slice(2);
const Rounds = 4, Warm = 400, WarmUploads = 40, IdleSeconds = 10, TicksPerSecond = 100;
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
async function upload(zip) {
  await uploader.getByRole("button", { name: "Upload E-Faktur", exact: true }).click();
  const field = uploader.getByTestId("upload-file");
  await field.and(uploader.locator(":enabled")).waitFor({ state: "attached" });
  await field.setInputFiles(zip);
  await uploader.getByRole("button", { name: "Upload", exact: true }).click();
  await uploader.getByTestId("upload-sum").waitFor({ timeout: 120_000 });
  await uploader.getByRole("button", { name: "OK", exact: true }).click();
  await uploader.locator(".mud-dialog-container").waitFor({ state: "detached" });
}
async function uploadAll() {
  for (const zip of zips) await upload(zip);
}

// What the server, the clock and the reading process spend on some work, and how many pages were turned meanwhile.
async function measure(sum, work) {
  const [began, before, others] = [performance.now(), cpu(pid), readersCpu()];
  sum.turns += await work();
  sum.cpu += cpu(pid) - before;
  sum.time += performance.now() - began;
  watchReaders();
  sum.readers += readersCpu() - others;
}
async function turnSome() {
  for (let i = 0; i < turns; i++) await turn();
  return turns;
}
async function uploadOnly() {
  await uploadAll();
  return 0;
}
async function wait() {
  await new Promise((resolve) => setTimeout(resolve, IdleSeconds * 1000));
  return 0;
}
async function turnBesideUploads() {
  let going = true, turned = 0;
  const uploading = uploadAll().finally(() => (going = false));
  for (; going; turned++) await turn();
  await uploading;
  return turned;
}

// The last file takes its full time and none of the server's: the short ones make the code warm.
const short = zips.slice(0, -1);
for (let i = 0; i < Warm; i++) await turn();
await uploadAll();
for (let i = 0; i < WarmUploads; i++) await upload(short[i % short.length]);

const sum = () => ({ turns: 0, cpu: 0, time: 0, readers: 0 });
const idle = sum(), alone = sum(), own = sum(), beside = sum();
for (let round = 0; round < Rounds; round++) {
  await measure(idle, wait);
  await measure(alone, turnSome);
  await measure(own, uploadOnly);
  await measure(beside, turnBesideUploads);
}
await browser.close();

// What stands open costs a little by itself; it is nobody's turn and nobody's upload.
const busy = (some) => some.cpu - (idle.cpu * some.time) / idle.time;
const perTurn = (some, spent) => (spent * 1000) / some.turns;
const columns = (...cells) => console.log(cells.map((cell, i) => (i ? cell.padStart(16) : cell.padEnd(32))).join(""));
const row = (title, one, other) => columns(title, one.toFixed(2), other.toFixed(2), (other / one).toFixed(2));
const uploads = Rounds * zips.length;
const net = busy(beside) - busy(own), aloneTurn = perTurn(alone, busy(alone));
console.log(`${alone.turns} turns alone, ${beside.turns} beside ${uploads} uploads; the same ${uploads} uploads without turns`);
columns("", "alone", "beside uploads", "ratio");
row("server CPU ms a turn", aloneTurn, perTurn(beside, net));
row("the same, with the uploads' own", aloneTurn, perTurn(beside, busy(beside)));
row("time ms a turn", alone.time / alone.turns, beside.time / beside.turns);
const [ownCpu, idleCpu] = [(busy(own) * 1000) / uploads, (idle.cpu * 100_000) / idle.time];
console.log(`server CPU ms an upload: ${ownCpu.toFixed(0)}; idle: ${idleCpu.toFixed(1)} %`);
console.log(`reading process CPU s: ${beside.readers.toFixed(1)}`);
process.exit(perTurn(beside, net) <= 1.1 * aloneTurn ? 0 : 1);
