import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { createRequire } from "node:module";
import { browserPath, start } from "./served.mjs";

const skip = browserPath ? false : "no Chromium on this machine";
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let served;

before(async () => {
  if (!skip) served = await start();
});
after(() => served?.close());

/** A page that fails the test when it logs an error or asks another site for anything. */
async function open(query = "", options = {}) {
  const context = await served.browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("request", (request) => /^(blob:|data:)/.test(request.url()) || request.url().startsWith(served.url) || wrong.push(`asked ${request.url()}`));
  await page.goto(`${served.url}/${query}`);
  await page.locator("#view table, #view .empty, #view form").first().waitFor();
  return {
    page,
    async close() {
      assert.deepEqual(wrong, []);
      await context.close();
    },
  };
}

test("the page loads in under 300 KB and shows prices and announcements", { skip }, async () => {
  const { page, close } = await open();
  await page.locator(".chart canvas").first().waitFor();
  const sizes = await page.evaluate(() => performance.getEntriesByType("resource").filter((r) => !r.name.includes("/api/")).map((r) => r.transferSize));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(sizes.length > 10 && total < 300_000, `${total} bytes in ${sizes.length} files`);
  assert.match(await page.locator("#status").innerText(), /\d+ announcements, \d+ sessions/);
  await close();
});

test("clicking a mark on the chart opens its announcement", { skip }, async () => {
  const { page, close } = await open("?from=2025-03-17&to=2025-03-19");
  const canvas = page.locator(".chart canvas").first();
  await canvas.waitFor();
  const box = await page.locator(".chart").boundingBox();
  // The middle one of three sessions.
  for (let x = 0.3; x < 0.7 && !page.url().includes("event="); x += 0.01) {
    await page.mouse.click(box.x + box.width * x, box.y + box.height / 2);
  }
  await page.locator("#event h2").waitFor();
  assert.match(await page.locator("#event .byline").first().innerText(), /Event day 2025-03-18/);
  await close();
});

test("an announcement shows its verdict against the first benchmark, its sources and its path", { skip }, async () => {
  const { page, close } = await open("?kind=keynote");
  await page.getByRole("button", { name: /GTC 2025 Keynote/ }).click();
  const card = page.locator("#event .card");
  await card.waitFor();
  const text = await card.innerText();
  assert.match(text, /not distinguishable from noise/);
  assert.match(text, /−3\.43 %/);
  assert.match(text, /SPY lets expect/);
  assert.match(text, /p\s*0\.892/);
  assert.equal(await card.locator("svg.path .point").count(), 21);
  assert.ok(await card.locator("a[href^='https://']").count());
  await close();
});

test("a filter changes rows and address, and the address shared shows the same", { skip }, async () => {
  const { page, close } = await open("?view=results");
  await page.getByLabel("Kind").selectOption("keynote");
  await page.waitForURL(/kind=keynote/);
  await page.getByLabel("Window").selectOption("0..0");
  await page.waitForURL(/window=0\.\.0/);
  await page.getByRole("button", { name: "t", exact: true }).click();
  await page.waitForURL(/sort=t/);
  await page.waitForFunction(() => document.querySelector('th[aria-sort="descending"]')?.innerText.startsWith("t"));
  const rows = await page.locator("#view tbody tr").allInnerTexts();
  assert.ok(rows.length > 3 && rows.every((row) => row.includes("keynote")));
  const other = await open(new URL(page.url()).search);
  assert.deepEqual(await other.page.locator("#view tbody tr").allInnerTexts(), rows);
  await page.goBack();
  await page.waitForFunction(() => !location.search.includes("sort="));
  await other.close();
  await close();
});

test("an export is what the API answers", { skip }, async () => {
  const { page, close } = await open("?view=results&kind=keynote&benchmark=SPY");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export CSV" }).click()]);
  assert.equal(download.suggestedFilename(), "correlations.csv");
  const answer = await fetch(`${served.url}/api/correlations?kind=keynote&benchmark=SPY&limit=1000&format=csv`);
  assert.equal(await readFile(await download.path(), "utf8"), await answer.text());
  await close();
});

test("everything is reached with the keyboard alone", { skip }, async () => {
  const { page, close } = await open();
  const press = async (key, until) => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press(key);
      if (await page.evaluate(until)) return;
    }
    assert.fail(`${key} never led there`);
  };
  await press("Tab", () => document.activeElement.textContent === "By kind");
  await page.keyboard.press("Enter");
  await page.locator("table.forest").waitFor();
  await press("Tab", () => document.activeElement.getAttribute("aria-expanded") === "false");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-expanded")), "true");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("#event .card").waitFor();
  await close();
});

test("an announcement shows what it states about prices, and whether it holds", { skip }, async () => {
  const { page, close } = await open("?from=2025-06-25&to=2025-06-25");
  await page.getByRole("button", { name: /record \$154\.31/ }).click();
  const stated = page.locator("#event .statements");
  await stated.waitFor();
  const text = await stated.innerText();
  assert.match(text, /closed? (at a record|of) \$1\d\d\.\d\d/);
  assert.match(text, /confirmed/);
  await close();
});

test("a link from a mail fills the form in, adds nothing by itself, and what is added can be ended", { skip }, async () => {
  const count = async () => (await (await fetch(`${served.url}/api/silences`)).json()).filter((s) => s.state === "active").length;
  const before = await count();
  const { page, close } = await open("?view=silences&symbol=nvda&rule=no%20such%20%3Cscript%3E");
  assert.equal(await page.getByLabel("Symbol").inputValue(), "NVDA");
  assert.match(await page.locator("form.fields").innerText(), /isn't on the watchlist/);
  assert.equal(await count(), before);
  const comment = `tried out ${"<script>alert(1)</script>"}`;
  // The keyboard alone does it.
  await page.getByLabel("Why").focus();
  await page.keyboard.type(comment);
  await page.keyboard.press("Enter");
  const row = page.locator("#view tbody tr", { hasText: comment }).filter({ hasText: "active" });
  await row.waitFor();
  assert.equal(await count(), before + 1);
  assert.ok(!page.url().includes("symbol="));
  await row.getByRole("button", { name: /End now/ }).focus();
  await page.keyboard.press("Enter");
  await row.waitFor({ state: "detached" });
  assert.equal(await count(), before);
  await close();
});

test("a silence that can't be meant is refused in words beside the form", { skip }, async () => {
  const context = await served.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${served.url}/?view=silences`);
  await page.getByLabel("How long").selectOption("date");
  await page.getByLabel("Until (UTC)").fill("2020-01-01");
  await page.getByLabel("Why").fill("too late");
  await page.getByRole("button", { name: "Silence it" }).click();
  await page.getByRole("alert").filter({ hasText: "until" }).waitFor();
  await context.close();
});

test("filters that nothing meets say so and can be cleared", { skip }, async () => {
  const { page, close } = await open("?view=results");
  await page.getByLabel("|t| at least").fill("99");
  await page.getByLabel("|t| at least").press("Tab");
  await page.getByRole("heading", { name: "No result matches" }).waitFor();
  await page.locator("#view").getByRole("button", { name: "Clear filters" }).click();
  await page.locator("#view table").waitFor();
  await close();
});

test("script in an address or a wrong value runs nothing and is answered in words", { skip }, async () => {
  const context = await served.browser.newContext();
  const page = await context.newPage();
  let ran = false;
  page.on("dialog", (dialog) => {
    ran = true;
    return dialog.dismiss();
  });
  await page.goto(`${served.url}/?view=results&kind=${encodeURIComponent("<img src=x onerror=alert(1)>")}`);
  await page.getByRole("heading", { name: "That can't be asked" }).waitFor();
  assert.equal(ran, false);
  assert.equal(await page.locator("#view img").count(), 0);
  await context.close();
});

for (const [name, options] of [
  ["phone", { viewport: { width: 390, height: 844 } }],
  ["tablet, dark", { viewport: { width: 820, height: 1180 }, colorScheme: "dark" }],
  ["desktop", { viewport: { width: 1440, height: 900 } }],
]) {
  test(`no view scrolls sideways or breaks axe's rules: ${name}`, { skip }, async () => {
    for (const query of ["", "?kind=keynote", "?view=results", "?view=studies", "?view=promises", "?view=alerts", "?view=silences", "?view=health"]) {
      const { page, close } = await open(query, { ...options, bypassCSP: true });
      if (query === "?kind=keynote") {
        await page.getByRole("button", { name: /GTC 2025 Keynote/ }).click();
        await page.locator("#event .card").waitFor();
      }
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${query} scrolls sideways`);
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      const serious = violations.filter((v) => ["serious", "critical"].includes(v.impact));
      assert.deepEqual(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 100)).join(" | ")}`), [], query);
      await close();
    }
  });
}
