// SPDX-License-Identifier: AGPL-3.0-or-later
// The child process of ace.py and axe.py: one Chromium, fed by lines of JSON.
//
// Started as: node browser_worker.js '{"tool": "axe" | "ace", "program": "/…/chromium", "flags": […], "seconds": 60}'
// with NODE_PATH at the npm packages. In: {"file": "/…", …}. Out: the tool's answer, or {"error": "…"}.
// Standard output is kept for these lines; what the tools print goes to standard error.
"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const readline = require("node:readline");
const { pathToFileURL, fileURLToPath } = require("node:url");

const config = JSON.parse(process.argv[2]);
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
console.log = console.info = console.error;

function launchOptions() {
  return {
    executablePath: config.program,
    args: config.flags,
    headless: true,
    pipe: true, // a port on the loopback would be out of reach without a network
    timeout: config.seconds * 1000,
    protocolTimeout: config.seconds * 1000,
  };
}

// --- axe-core -------------------------------------------------------------------------------------------------

// Rules whose answer depends on colours: what is asked again in a dark scheme.
const COLOUR_RULES = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];
const CONDITIONS = {
  light: { width: 1280, height: 1024, scheme: "light" },
  dark: { width: 1280, height: 1024, scheme: "dark", rules: COLOUR_RULES },
  // 320 CSS pixels wide: what WCAG 1.4.10 (Reflow) asks for.
  "320px": { width: 320, height: 640, scheme: "light" },
};

// A page may load what lies in its own folder, and nothing else: no network, no other file.
function mayLoad(url, folder) {
  if (url.startsWith("data:") || url.startsWith("blob:") || url === "about:blank") return true;
  if (!url.startsWith("file:")) return false;
  try {
    const real = fs.realpathSync(fileURLToPath(url));
    return real === folder || real.startsWith(folder + path.sep);
  } catch {
    return false;
  }
}

// The page under check, with a policy that runs none of its scripts. (To switch scripts off altogether would
// stop the timers that axe-core itself waits for.)
function document(file) {
  const xml = [".xhtml", ".xht", ".xml"].includes(path.extname(file).toLowerCase());
  return {
    status: 200,
    contentType: xml ? "application/xhtml+xml" : "text/html",
    headers: { "Content-Security-Policy": "script-src 'none'; object-src 'none'; frame-src 'none'; worker-src 'none'" },
    body: fs.readFileSync(file),
  };
}

// In the page: what sticks out to the right of the window, so that people must scroll in two directions.
// Parts that scroll by themselves are what WCAG 1.4.10 allows for tables, code and the like.
function overflow() {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width + 1) return [];
  const scrolls = (e) => ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX);
  const inside = (e) => {
    for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) if (scrolls(up)) return true;
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")].filter(
    (e) => e.getBoundingClientRect().right > width + 1 && e.getClientRects().length && !inside(e),
  );
  const outermost = wide.filter((e) => !wide.includes(e.parentElement));
  return outermost.slice(0, 20).map((e) => (e.id ? `${e.localName}#${e.id}` : e.outerHTML.slice(0, 120)));
}

async function axe() {
  const puppeteer = require("puppeteer-core");
  const source = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const version = require("axe-core/package.json").version;
  const browser = await puppeteer.launch(launchOptions());
  return async (request) => {
    const condition = CONDITIONS[request.condition];
    const folder = fs.realpathSync(path.dirname(request.file));
    const page = await browser.newPage();
    try {
      page.setDefaultTimeout(config.seconds * 1000);
      await page.setRequestInterception(true);
      const refused = [];
      page.on("request", (r) => {
        if (r.isNavigationRequest() && r.frame() === page.mainFrame()) return r.respond(document(request.file));
        if (mayLoad(r.url(), folder)) return r.continue();
        refused.push(r.url().slice(0, 200));
        return r.abort();
      });
      await page.setViewport({ width: condition.width, height: condition.height });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: condition.scheme }]);
      await page.goto(pathToFileURL(request.file).href, { waitUntil: "load" });
      await page.evaluate(source);
      const result = await page.evaluate(async (rules) => {
        const only = rules ? { runOnly: { type: "rule", values: rules } } : {};
        const wanted = ["violations", "incomplete"];
        const all = await window.axe.run(document, { ...only, resultTypes: wanted, elementRef: false });
        const brief = (r) => ({
          id: r.id, impact: r.impact, tags: r.tags, help: r.help, helpUrl: r.helpUrl,
          nodes: r.nodes.slice(0, 50).map((n) => ({
            target: n.target.flat(3).join(" "), html: n.html.slice(0, 300),
            why: [...n.any, ...n.all, ...n.none].map((c) => c.message).join(" ").slice(0, 500),
          })),
          count: r.nodes.length,
        });
        return {
          violations: all.violations.map(brief), incomplete: all.incomplete.map(brief),
          passes: all.passes.length, inapplicable: all.inapplicable.length,
        };
      }, condition.rules ?? null);
      const wide = request.condition === "320px" ? await page.evaluate(overflow) : [];
      return { version, agent: await browser.version(), ...result, overflow: wide, refused };
    } finally {
      await page.close();
    }
  };
}

// --- Ace ------------------------------------------------------------------------------------------------------

async function ace() {
  // Ace's own runner starts Chromium with its own few flags; ours come on top.
  const puppeteer = require("puppeteer");
  const launch = puppeteer.launch.bind(puppeteer);
  puppeteer.launch = (options) => launch({ ...options, ...launchOptions() });
  const own = require("@daisy/ace-axe-runner-puppeteer");
  let launched; // one browser for all files, where Ace would start one for each
  const runner = { ...own, launch: () => (launched ??= own.launch()), close: async () => {} };
  const run = require("@daisy/ace-core");
  const version = require("@daisy/ace-cli/package.json").version;
  return async (request) => {
    const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "ace-"));
    const options = {
      cwd: path.dirname(request.file),
      outdir: path.join(scratch, "out"),
      tmpdir: path.join(scratch, "tmp"),
      lang: "en",
      silent: true,
      initLogger: true,
      fileName: "ace.log",
      timeout: config.seconds * 1000,
      doNotReportMedia: true,
    };
    try {
      const [, report] = await run(request.file, options, runner);
      return { version, report };
    } finally {
      fs.rmSync(scratch, { recursive: true, force: true });
    }
  };
}

// --- lines ----------------------------------------------------------------------------------------------------

async function main() {
  process.stdin.on("end", () => process.exit(0)); // whoever asked has gone
  const judge = await { axe, ace }[config.tool]();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    let answer;
    try {
      answer = await judge(JSON.parse(line));
    } catch (error) {
      answer = { error: String((error && error.message) || error || "no reason given").split("\n")[0] };
    }
    write(JSON.stringify(answer) + "\n");
  }
}

main().catch((error) => {
  console.error(String((error && error.message) || error));
  process.exit(1);
});
