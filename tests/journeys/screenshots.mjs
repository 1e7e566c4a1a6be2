// A picture of every kind of page each role can reach: wide, on a phone, and in print, into build/screenshots.
// Usage: node tests/journeys/screenshots.mjs [WORD]      only pages with WORD in their path
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, phone, Walk, wide } from './browser.mjs';
import { crawl, peopleOffered } from './everywhere.journey.mjs';
import { root, startProgram } from './program.mjs';

const only = process.argv[2] ?? '';
const folder = join(root, 'build/screenshots');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const program = await startProgram();
const browser = await openBrowser();
const walk = await Walk.begin(browser, program.base, { scripts: true, viewport: wide });
const done = new Set();

async function picture(name) {
    const file = (ending) => join(folder, `${name}.${ending}`);
    for (const [ending, size] of [['wide.png', wide], ['phone.png', phone]]) {
        await walk.page.setViewportSize(size);
        await walk.page.screenshot({ path: file(ending), fullPage: true });
    }
    await walk.page.setViewportSize(wide);
    await walk.page.pdf({ path: file('print.pdf'), format: 'A4', preferCSSPageSize: true });
    execFileSync('pdftoppm', ['-r', '50', '-png', '-l', '2', file('print.pdf'), file('print')]);
}

function nameOf(person, pattern) {
    const words = `${pattern === '/' ? `home ${person}` : pattern}`.toLowerCase();
    return words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80);
}

async function takeAll(person) {
    await crawl(walk, async (pattern) => {
        const name = nameOf(person, pattern);
        if (done.has(name) || !name.includes(only)) return;
        done.add(name);
        await picture(name);
    });
}

const people = await peopleOffered(walk);
await picture('sign-in');
for (const person of people) {
    await walk.signInAs(person);
    await takeAll(person);
}
await browser.close();
await program.stop();
for (const complaint of new Set(walk.complaints)) console.log(complaint);
console.log(`${done.size + 1} pages, three pictures each, in build/screenshots`);
