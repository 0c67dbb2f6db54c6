// Counts the figures that are really painted on the pages listed by exports.py, and in a Notebook page that trusts and has
// run nothing. A figure counts when its place on the page has pixels of several colours.
//
// usage: node figures.js NOTEBOOKS OUT [PICTURES]    needs playwright-core, chromium and Debian's jupyter-notebook
// PICTURES is a folder for screenshots, for a person to look at.
const { chromium } = require('playwright-core');
const { spawn } = require('child_process');
const fs = require('fs');
const net = require('net');
const os = require('os');
const path = require('path');

const [notebooks, out, pictures] = process.argv.slice(2);
const COLOURS = 4;
const PAINTED = 0.01;
const HOST = '127.0.0.1';
const VIEW = { width: 1000, height: 900 };
// Milliseconds in which a page's scripts have put what can be moved in the place of still pictures; they try every 50.
const SCRIPTS = 200;
const AT_ONCE = Math.min(4, os.cpus().length);

async function main() {
  const pages = JSON.parse(fs.readFileSync(path.join(out, 'pages.json')));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const server = await notebookServer();
  let failures = 0;
  // Takes the next page until there are none. Those of one visitor share what their browser has loaded already.
  const visitor = async () => {
    const context = await browser.newContext({ viewport: VIEW, deviceScaleFactor: 1, reducedMotion: 'reduce' });
    // What is on the page must show where there is no network, too.
    await context.route((url) => /^https?:$/.test(url.protocol) && url.hostname !== HOST, (route) => route.abort());
    const judge = await (await browser.newContext()).newPage();
    for (let page = pages.shift(); page; page = pages.shift()) {
      const seen = await VISITS[page.kind](context, judge, server, page);
      const good = seen === page.figures;
      failures += good ? 0 : 1;
      console.log(`${good ? 'ok    ' : 'FAILED'} ${page.kind.padEnd(9)} ${page.notebook}: ${seen} of ${page.figures} figures painted`);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  } finally {
    server.process.kill('SIGTERM');
    await browser.close();
  }
  process.exit(failures ? 1 : 0);
}

const VISITS = {
  html: exported, markdown: exported, latex: exported, pixels: exported, slides: lecture, notebook: untrusted,
};

async function exported(context, judge, server, { kind, notebook, page: file }) {
  const page = await context.newPage();
  await page.goto('file://' + file);
  await page.waitForTimeout(SCRIPTS);
  await page.evaluate(drawn);
  const count = await painted(page, judge, 'img, svg[role=img]');
  await picture(page, `${kind}-${notebook}`, true);
  await page.close();
  return count;
}

// Each slide is gone to as a lecturer does.
async function lecture(context, judge, server, { notebook, page: file }) {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('file://' + file + '?transition=none');
  await page.waitForFunction(() => document.querySelector('.reveal.ready'));
  await page.waitForTimeout(SCRIPTS);
  let count = 0;
  let slides = 0;
  do {
    slides++;
    await page.evaluate(drawn);
    count += await painted(page, judge, 'section.present:not(.stack) :is(img, svg[role=img])');
    await picture(page, `slides-${notebook}-${slides}`);
  } while (await page.evaluate(next));
  await page.close();
  if (slides < 5) {
    throw new Error(`${notebook}: ${slides} slides; give its cells slide types`);
  }
  return count;
}

// In the page: waits until its pictures are decoded and it has been drawn with them.
async function drawn() {
  // One that cannot be decoded is not painted, which is noticed when it is looked at.
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

// In the page. The page keeps its reveal.js to itself, so the space bar is pressed; whether another slide came is told.
function next() {
  const number = () => [...document.querySelectorAll('section')].findIndex((s) => s.matches('.present:not(.stack)') && !s.querySelector('section'));
  const before = document.querySelector('section.present:not(.stack) section.present') || location.hash + number();
  document.dispatchEvent(new KeyboardEvent('keydown', { keyCode: 32, bubbles: true }));
  const after = document.querySelector('section.present:not(.stack) section.present') || location.hash + number();
  return after !== before;
}

async function untrusted(context, judge, server, { notebook }) {
  const page = await context.newPage();
  for (let i = 0; ; i++) {
    try {
      await page.goto(`http://${HOST}:${server.port}/notebooks/${notebook}`);
      break;
    } catch (e) {
      if (i > 120) throw e;
      await page.waitForTimeout(250);
    }
  }
  await page.waitForFunction(() => window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded, null, { timeout: 60000 });
  if (await page.evaluate(() => Jupyter.notebook.trusted)) {
    throw new Error(`${notebook}: the page trusts it; nothing is shown by that`);
  }
  await page.evaluate(() => {
    document.querySelectorAll('.modal, .modal-backdrop').forEach((e) => e.remove());
    const site = document.querySelector('#site');
    site.style.height = 'auto';
    site.style.overflow = 'visible';
  });
  const count = await painted(page, judge, '.output_area img, .output_area svg');
  await picture(page, `notebook-${notebook}`, true);
  await page.close();
  return count;
}

// How many of the elements are seen: on the page with some size, and their place has ink and colours.
async function painted(page, judge, selector) {
  let count = 0;
  const elements = page.locator(selector);
  for (const number of await elements.evaluateAll(large)) {
    const shot = (await elements.nth(number).screenshot()).toString('base64');
    const { colours, share } = await judge.evaluate(look, shot);
    count += colours >= COLOURS && share >= PAINTED ? 1 : 0;
  }
  return count;
}

// In the page: the numbers of the elements that have some size.
function large(elements) {
  const has = (box) => box.width > 20 && box.height > 20;
  return elements.flatMap((element, number) => (has(element.getBoundingClientRect()) ? [number] : []));
}

// In the page: how many colours a picture has, and which share of it is of another colour than most.
async function look(base64) {
  const image = new Image();
  image.src = 'data:image/png;base64,' + base64;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
  const counts = new Map();
  for (const pixel of pixels) {
    counts.set(pixel, (counts.get(pixel) || 0) + 1);
  }
  return { colours: counts.size, share: 1 - Math.max(...counts.values()) / pixels.length };
}

async function picture(page, name, fullPage = false) {
  if (pictures) {
    fs.mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: path.join(pictures, name + '.png'), fullPage });
  }
}

// A server of its own folder, so that no kernel's files and no trust of the user's are touched. It knows no kernel but
// Python's, so that opening a page starts none.
async function notebookServer() {
  const folder = path.join(out, 'served');
  fs.cpSync(notebooks, folder, { recursive: true });
  const port = await freePort();
  const home = path.join(out, 'jupyter');
  const env = {
    ...process.env, JUPYTER_CONFIG_DIR: home, JUPYTER_RUNTIME_DIR: home, JUPYTER_DATA_DIR: home, IPYTHONDIR: home,
  };
  const child = spawn('/usr/bin/python3', ['-m', 'notebook', '--no-browser', '--allow-root', '--ip=' + HOST, '--port=' + port,
    '--NotebookApp.token=', '--NotebookApp.password=', '--NotebookNotary.db_file=:memory:', '--notebook-dir=' + folder], { stdio: 'ignore', env });
  return { process: child, port };
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

main().catch((e) => { console.error(String(e.stack || e)); process.exit(1); });
