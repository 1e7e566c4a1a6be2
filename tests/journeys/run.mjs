// Walks every journey (*.journey.mjs beside this file) with scripts on, wide, and with scripts off, on a phone.
// Usage: node tests/journeys/run.mjs [WORD] [--result FILE]
import { readdirSync, writeFileSync } from 'node:fs';
import { openBrowser, phone, Walk, wide } from './browser.mjs';
import { startProgram } from './program.mjs';

const words = process.argv.slice(2);
const at = words.indexOf('--result');
const result = at < 0 ? null : words.splice(at, 2)[1];
const [only] = words;
const ways = [
    { name: 'scripts on, wide', scripts: true, viewport: wide },
    { name: 'scripts off, phone', scripts: false, viewport: phone },
];

const here = new URL('.', import.meta.url);
const files = readdirSync(here).filter((name) => name.endsWith('.journey.mjs')).sort();
let passed = 0;
let failed = 0;
let looked = 0;

async function walk(browser, journey, way) {
    const program = await startProgram();
    const person = await Walk.begin(browser, program.base, way);
    const began = Date.now();
    let problem = null;
    try {
        await journey.default(person, program);
    } catch (error) {
        problem = error.stack ?? String(error);
    }
    await person.end();
    const code = await program.stop();
    const complaints = [...new Set(person.complaints)];
    if (code !== 0) complaints.push(`the program ended with code ${code}`);
    looked += person.pages.size;
    const good = problem === null && complaints.length === 0;
    if (good) passed += 1;
    else failed += 1;
    console.log(`  ${good ? 'passed' : 'FAILED'}: ${journey.name} (${way.name}; ${person.pages.size} pages, ${((Date.now() - began) / 1000).toFixed(1)} s)`);
    for (const complaint of complaints) console.log(`      ${complaint}`);
    if (problem) console.log(problem.split('\n').slice(0, 30).map((line) => `      ${line}`).join('\n'));
    if (problem) console.log(program.log.join('').split('\n').slice(-8).map((line) => `      log: ${line}`).join('\n'));
}

const browser = await openBrowser();
for (const file of files) {
    const journey = await import(new URL(file, here));
    if (only && !journey.name.includes(only) && !file.includes(only)) continue;
    for (const way of ways) {
        try {
            await walk(browser, journey, way);
        } catch (error) {
            failed += 1;
            console.log(`  FAILED: ${journey.name} (${way.name}): ${error.message}`);
        }
    }
}
await browser.close();
console.log(`journeys: ${passed} passed, ${failed} failed; ${looked} kinds of page looked at, twice each`);
if (result) writeFileSync(result, JSON.stringify({ passed, failed }));
process.exit(failed || !passed ? 1 : 0);
