// Drags a slider of interact in a real page, and prints how many pictures a second a reader sees change and what each costs.
//
// usage: node slider.js URL [SECONDS] [PICTURES]    needs playwright-core, chromium, and a JupyterLab with ipywidgets' front
// end at URL, as http://127.0.0.1:8888, that asks for no token, is on this machine and has the kernel jacobi. SECONDS is how
// long the slider is dragged, each of three times. PICTURES is a folder for a screenshot. Fails below 15 a second: on a
// machine that does other work the browser and the pointer wait, too, which "slider moved" tells.
const { chromium } = require('playwright-core');
const fs = require('fs');
const path = require('path');

const [url, seconds = '4', pictures] = process.argv.slice(2);
const WANTED = 15;
const CELLS = [
  'var points = linspace(-3, 3, 100);\ninteract(a -> plot(points, (points * a).sin()), a=slider(0.1, 4.0, 0.01))',
  'ProcessHandle.current().pid()',
];

async function main() {
  const name = `slider-${process.pid}.ipynb`;
  await contents('PUT', name, { type: 'notebook', format: 'json', content: notebook() });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  let enough = false;
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    await page.goto(`${url}/lab/tree/${name}?reset`);
    await page.locator('.jp-Notebook-ExecutionIndicator[data-status=idle]').first().waitFor({ timeout: 120000, state: 'attached' });
    for (let i = 0; i < CELLS.length; i++) {
      await run(page, i);
    }
    const pid = await numberOf(page.locator('.jp-CodeCell').nth(1).locator('.jp-OutputArea-executeResult, .jp-OutputArea-output').last());
    const handle = page.locator('.widget-slider .ui-slider-handle, .widget-slider .noUi-handle').first();
    await handle.waitFor({ timeout: 60000 });
    await page.locator('.widget-interact img').first().waitFor({ timeout: 60000 });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    for (const part of ['first', 'then', 'last']) {
      const before = await costs(devtools, pid);
      const seen = await drag(page, handle, Number(seconds));
      const after = await costs(devtools, pid);
      const each = (key) => (1000 * (after[key] - before[key]) / seen.pictures).toFixed(1);
      enough = seen.pictures / seen.seconds >= WANTED;
      console.log(`${part.padEnd(5)} ${(seen.pictures / seen.seconds).toFixed(1)} pictures a second, ${seen.empty} empty frames of `
        + `${seen.frames}, slider moved ${(seen.moves / seen.seconds).toFixed(0)} times a second; for each picture `
        + `${each('kernel')} ms of the kernel's processor time, ${each('page')} ms of the page's (scripts ${each('scripts')}, `
        + `layout and style ${each('layout')}), newest shown ${seen.lag.toFixed(0)} ms after the pointer stopped`);
    }
  } finally {
    if (pictures) {
      fs.mkdirSync(pictures, { recursive: true });
      await browser.contexts()[0].pages()[0].screenshot({ path: path.join(pictures, 'slider.png') });
    }
    await browser.close();
    await endKernel(name);
    await contents('DELETE', name);
  }
  process.exit(enough ? 0 : 1);
}

function notebook() {
  return {
    cells: CELLS.map((source, i) => ({ cell_type: 'code', id: `cell-${i}`, execution_count: null, metadata: {}, outputs: [], source })),
    metadata: { kernelspec: { name: 'jacobi', display_name: 'Java (Jacobi)', language: 'java' } }, nbformat: 4, nbformat_minor: 5,
  };
}

async function contents(method, name, body) {
  const answer = await fetch(`${url}/api/contents/${name}`, { method, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${name}: ${answer.status}`);
}

async function endKernel(name) {
  const sessions = await (await fetch(`${url}/api/sessions`)).json();
  for (const session of sessions.filter((one) => one.path === name)) {
    await fetch(`${url}/api/sessions/${session.id}`, { method: 'DELETE' });
  }
}

/** Runs a cell; again where the page says "idle" before it listens, and the key was lost. */
async function run(page, i) {
  const cell = page.locator('.jp-Notebook .jp-CodeCell').nth(i);
  for (let tries = 0; tries < 10; tries++) {
    await cell.locator('.jp-InputArea-editor').click({ timeout: 120000 });
    await page.keyboard.press('Shift+Enter');
    try {
      await cell.locator('.jp-InputPrompt', { hasText: /[*\d]/ }).waitFor({ timeout: 3000 });
      return;
    } catch (notYet) {
      // The next try.
    }
  }
  throw new Error(`cell ${i + 1} did not run`);
}

async function numberOf(locator) {
  for (let i = 0; i < 240; i++) {
    const text = await locator.textContent({ timeout: 60000 });
    const number = /(\d+)\s*$/.exec(text.trim());
    if (number) return Number(number[1]);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('no number');
}

// Moves the handle to and fro while each painted frame is looked at: which picture stands there, and whether one does.
async function drag(page, handle, length) {
  const at = await handle.boundingBox();
  const track = await page.locator('.widget-slider .slider, .widget-slider .noUi-target').first().boundingBox();
  const y = at.y + at.height / 2;
  await page.evaluate(watch);
  await page.mouse.move(at.x + at.width / 2, y);
  await page.mouse.down();
  const begun = Date.now();
  let moves = 0;
  while (Date.now() - begun < 1000 * length) {
    const turn = Math.abs((moves % 120) / 60 - 1);
    // A hand does not wait until the page has answered its last movement.
    page.mouse.move(track.x + track.width * (0.05 + 0.9 * turn), y).catch(() => {});
    moves++;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const seen = await page.evaluate(() => ({ ...window.seen }));
  const took = (Date.now() - begun) / 1000;
  await page.mouse.up();
  const stopped = Date.now();
  await page.waitForTimeout(1500);
  const lag = await page.evaluate(() => { window.seen.ended = true; return window.seen.last; }) - stopped;
  return { ...seen, seconds: took, moves, lag: Math.max(0, lag) };
}

// In the page.
function watch() {
  const seen = window.seen = { pictures: 0, frames: 0, empty: 0, last: 0, ended: false };
  let shown = '';
  function look() {
    const image = document.querySelector('.widget-interact img');
    const whole = image && image.complete && image.naturalWidth > 0 && image.offsetHeight > 50;
    seen.frames++;
    seen.empty += whole ? 0 : 1;
    if (whole && image.src !== shown) {
      seen.pictures += shown ? 1 : 0;
      seen.last = Date.now();
      shown = image.src;
    }
    if (!seen.ended) requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
}

async function costs(devtools, pid) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  const [user, system] = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ').slice(11, 13);
  return {
    kernel: (Number(user) + Number(system)) / 100, page: of('TaskDuration'), scripts: of('ScriptDuration'),
    layout: of('LayoutDuration') + of('RecalcStyleDuration'),
  };
}

main().catch((e) => { console.error(String(e.stack || e)); process.exit(1); });
