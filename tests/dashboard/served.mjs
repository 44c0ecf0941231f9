// The program under test and the browser that looks at it. MARKETPULSE_DATA names a finished replay to show in place of the sample.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const PROGRAM = fileURLToPath(new URL("../../src/MarketPulse.Cli/bin/Debug/net10.0/MarketPulse.Cli.dll", import.meta.url));

/** A Chromium's path, or null where this machine has none. */
export const browserPath = [process.env.CHROMIUM_PATH, ...BROWSERS].find((path) => path && existsSync(path)) ?? null;

/** Starts `marketpulse serve` and a browser; `close` ends both. */
export async function start() {
  const data = process.env.MARKETPULSE_DATA;
  const program = spawn("dotnet", [PROGRAM, "serve", "--port", "0", ...(data ? ["--data", data] : ["--sample"])], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((resolve, reject) => {
    let said = "";
    program.stdout.on("data", (chunk) => {
      said += chunk;
      const found = /MarketPulse is at (http:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    program.on("exit", (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
  // A container's user is often root, for whom Chromium's sandbox can't be had.
  const browser = await chromium.launch({ executablePath: browserPath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  return {
    url,
    browser,
    async close() {
      await browser.close();
      const ended = new Promise((resolve) => program.once("exit", resolve));
      program.kill("SIGINT");
      await ended;
    },
  };
}
