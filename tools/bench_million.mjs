// A staff file of a million rows: how long the check and the accept take on SQLite, and on PostgreSQL where KITH_BENCH_POSTGRES names an empty
// database, how much memory, and how long audited pages take meanwhile, by the server's own histogram. Each time stands beside the seconds of
// processor time, which a busy machine stretches less. Usage: node tools/bench_million.mjs [ROWS] [REQUESTS A SECOND]
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { openBrowser, phone, Walk } from '../tests/journeys/browser.mjs';
import { crawl, peopleOffered } from '../tests/journeys/everywhere.journey.mjs';
import { makeSample, root, serveFolder } from '../tests/journeys/program.mjs';
import { histogram, quantile } from './histogram.mjs';
import { measure } from './load.mjs';

const [rows = 1_000_000, rate = 50] = process.argv.slice(2).map(Number);
const kith = join(root, 'build/kith');

/** A whole number below `below`, from a seed: the same file each time. */
let state = 2026;
const dice = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
};
const one = (list) => list[dice(list.length)];
const day = (from, span) => new Date(Date.UTC(from, 0, 1 + dice(span))).toISOString().slice(0, 10);

/** Rows of new staff for every organisation of the sample in turn. */
async function writeFile(folder, file) {
    const cells = (name) => readFileSync(join(folder, 'files', name), 'utf8').replace(/^\ufeff/, '').trimEnd().split(/\r?\n/).slice(1).map((line) => line.split(','));
    const organisations = cells('organisations.csv').map(([code]) => code);
    const settings = new Map(organisations.map((code) => [code, []]));
    for (const [organisation, code, , , locality] of cells('settings.csv')) settings.get(organisation)?.push([code, locality]);
    const name = () => one('BCDFGHLMNPRST') + Array.from({ length: 3 + dice(5) }, () => one('aeioulnrst')).join('');
    const names = Array.from({ length: 20_000 }, name);
    const roles = ['social_worker', 'family_support_worker', 'teacher', 'teaching_assistant', 'health_visitor', 'youth_worker', 'nursery_worker'];
    const out = createWriteStream(file);
    out.write('organisation,staff_reference,family_name,given_name,date_of_birth,role,contract,fte,setting,locality,start_date,end_date\r\n');
    for (let row = 0, part = []; row < rows; row++) {
        const organisation = organisations[row % organisations.length];
        const [setting, locality] = one(settings.get(organisation)) ?? ['', ''];
        part.push([organisation, `${organisation}-M${row}`, one(names), one(names), day(1960, 16_000), one(roles), 'permanent', one(['1', '0.6', '0.8', '0.5']),
            setting, locality, day(2023, 1_200), ''].join(','));
        if (part.length < 10_000 && row + 1 < rows) continue;
        if (!out.write(part.join('\r\n') + '\r\n')) await once(out, 'drain');
        part = [];
    }
    out.end();
    await once(out, 'close');
}

const counted = `import json, resource, subprocess, sys, time
began = time.monotonic()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
wall = time.monotonic() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"wall": wall, "processor": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024, "code": done.returncode,
                  "said": done.stderr.decode()[:2000]}))`;

/** Runs `kith import` with these words: seconds, seconds of processor time, most memory in MB. */
async function importing(folder, file, ...words) {
    const load = loadavg()[0];
    const child = spawn('python3', ['-c', counted, kith, 'import', file, ...words, '--config', join(folder, 'kith.toml')], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (bytes) => { text += bytes; });
    await once(child, 'close');
    const found = JSON.parse(text);
    if (found.code > 1) throw new Error(`kith import ${words.join(' ')} ended with ${found.code}: ${found.said}`);
    return { ...found, words: `${found.wall.toFixed(1)} s, ${found.processor.toFixed(1)} s of processor time, most memory ${found.memory.toFixed(0)} MB (load ${load.toFixed(1)} before)` };
}

/** The mix of pages that the benches ask, and the cookie of the workforce lead. */
async function signedIn(program) {
    const browser = await openBrowser();
    try {
        const walk = await Walk.begin(browser, program.base, { scripts: false, viewport: phone });
        walk.look = async () => {};
        const people = await peopleOffered(walk);
        await walk.signInAs(people.find((name) => /workforce lead/i.test(name)) ?? people[0]);
        const paths = [];
        await crawl(walk, async () => { paths.push(walk.path()); });
        const cookie = (await walk.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
        return { cookie, paths };
    } finally {
        await browser.close();
    }
}

/** Pages in turn at a constant rate, two seconds at a time, in whole such stretches before `until` has come; what it saw, in words. */
async function pagesWhile(program, { cookie, paths }, until) {
    let over = false;
    const gone = until.finally(() => { over = true; }).catch(() => {});
    const before = await histogram(program.metrics);
    let after = before;
    const stretches = [];
    for (;;) {
        const stretch = await measure({ base: program.base, cookie, rate, seconds: 2, paths });
        if (over) break;  // a stretch over whose end the register changed is of neither
        stretches.push(stretch);
        after = await histogram(program.metrics);
    }
    await gone;
    const sum = (name) => stretches.reduce((all, stretch) => all + stretch[name], 0);
    return `server p50 ${ms(before, after, 0.5)} ms, p99 ${ms(before, after, 0.99)} ms of ${sum('sent')} pages; sender, 2 s at a time: `
        + `p99 ${stretches.map((stretch) => stretch.p99).join(' ')} ms; ${sum('wrong')} not answered with 200`;
}

function ms(before, after, part) {
    return quantile(before, after, part)?.toFixed(1) ?? 'no';
}

async function bench(engine, url) {
    const folder = mkdtempSync(join(tmpdir(), 'kith-million-'));
    let program;
    try {
        makeSample(folder, url);
        const file = join(folder, 'million.csv');
        await writeFile(folder, file);
        console.log(`${engine}: ${rows.toLocaleString('en-GB')} rows of new staff in ${(statSync(file).size / 1e6).toFixed(0)} MB`);
        console.log(`${engine}: check ${(await importing(folder, file, '--check')).words}`);
        program = await serveFolder(folder);
        const visitor = await signedIn(program);
        console.log(`${engine}: pages as workforce lead before the accept, ${rate} a second: `
            + `${await pagesWhile(program, visitor, new Promise((go) => setTimeout(go, 10_000)))}`);
        const accepting = importing(folder, file, '--accept');
        const pages = await pagesWhile(program, visitor, accepting);
        console.log(`${engine}: accept, with its check ${(await accepting).words}`);
        console.log(`${engine}: pages meanwhile: ${pages}`);
        const after = await pagesWhile(program, visitor, new Promise((go) => setTimeout(go, 20_000)));
        console.log(`${engine}: pages in the 20 s after, on the larger register: ${after}`);
    } finally {
        if (program) await program.stop();
        rmSync(folder, { recursive: true, force: true });
    }
}

if (!existsSync(kith) || spawnSync(kith, ['--version']).error) throw new Error('build/kith is not there: tools/build.sh build --target kith');
await bench('SQLite');
if (process.env.KITH_BENCH_POSTGRES) await bench('PostgreSQL', process.env.KITH_BENCH_POSTGRES);
