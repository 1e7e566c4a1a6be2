// A stated mix of pages at 200 requests a second for 60 s, five times, on the sample with the audit of reads on. Times are the server's
// own, from its histogram; what the sender saw stands beside. Usage: node tools/bench_pages.mjs [SECONDS] [RUNS]
import { get } from 'node:http';
import { openBrowser, phone, Walk } from '../tests/journeys/browser.mjs';
import { crawl, peopleOffered } from '../tests/journeys/everywhere.journey.mjs';
import { startProgram } from '../tests/journeys/program.mjs';
import { histogram, quantile } from './histogram.mjs';
import { measure } from './load.mjs';

const [seconds = 60, runs = 5] = process.argv.slice(2).map(Number);
const rate = 200;
/** What the issue on seeing the workforce promises 10 ms for: all first screens and sections of the profile, whether or not a link led to them. */
const profile = ['/profile', ...['people', 'ages', 'qualifications', 'skills', 'hours', 'recruitment', 'pay', 'likeness', 'safety'].map((section) => `/profile/${section}`),
    '/compare', '/locality-sheet', '/measures'];
const isProfile = (route) => /\/(profile|compare|locality-sheet|measures)\b/.test(route);

/** Bytes over the wire of a page with what it links to, compressed, by a browser that has nothing. */
async function firstPage(base) {
    const bytes = (path) => new Promise((done, failed) => {
        get(base + path, { headers: { 'accept-encoding': 'gzip' } }, (reply) => {
            const parts = [];
            reply.on('data', (part) => parts.push(part));
            reply.on('end', () => done({ length: Buffer.concat(parts).length + reply.rawHeaders.join(': ').length }));
        }).on('error', failed);
    });
    const markup = await (await fetch(`${base}/sign-in`)).text();
    const linked = [...markup.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1]);
    let total = 0;
    for (const path of ['/sign-in', ...new Set(linked)]) total += (await bytes(path)).length;
    return total;
}

const program = await startProgram();
const browser = await openBrowser();
try {
    console.log(`first page with its assets, compressed: ${((await firstPage(program.base)) / 1000).toFixed(1)} KB`);
    const walk = await Walk.begin(browser, program.base, { scripts: false, viewport: phone });
    walk.look = async () => {};
    const people = await peopleOffered(walk);
    const lead = people.find((name) => /workforce lead/i.test(name)) ?? people[0];
    await walk.signInAs(lead);
    const paths = [];
    await crawl(walk, async () => { paths.push(walk.path()); });
    for (const path of profile) if (!paths.includes(path)) paths.push(path);
    const cookie = (await walk.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    await browser.close();
    console.log(`mix, in turn, as "${lead}": ${paths.join('  ')}`);
    const found = [];
    for (let run = 0; run < runs; run++) {
        const [before, profileBefore] = [await histogram(program.metrics), await histogram(program.metrics, isProfile)];
        const sent = await measure({ base: program.base, cookie, rate, seconds, paths });
        const [after, profileAfter] = [await histogram(program.metrics), await histogram(program.metrics, isProfile)];
        const [p50, p99] = [0.5, 0.99].map((part) => quantile(before, after, part));
        const [profile50, profile99] = [0.5, 0.99].map((part) => quantile(profileBefore, profileAfter, part));
        found.push({ p50, p99 });
        console.log(`run ${run + 1}: the profile's pages among them: server p50 ${profile50?.toFixed(2)} ms, p99 ${profile99?.toFixed(2)} ms`);
        console.log(`run ${run + 1}: server p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms; sender p50 ${sent.p50} ms, p99 ${sent.p99} ms; ${sent.wrong} of ${sent.sent} not 200`);
    }
    const middle = (name) => found.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(found.length / 2)];
    console.log(`median of ${runs}: server p50 ${middle('p50').toFixed(2)} ms, p99 ${middle('p99').toFixed(2)} ms at ${rate} requests a second for ${seconds} s`);
} finally {
    await browser.close();
    await program.stop();
}
