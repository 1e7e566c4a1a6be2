// Times `kith import --check` on a staff return of 20,000 rows, grown from the sample's own return, median of 5.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSample, root } from '../tests/journeys/program.mjs';

const rows = 20_000;
const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'));
const kith = join(root, 'build/kith');
try {
    makeSample(folder);
    const [file, organisation] = grow();
    const times = [];
    for (let run = 0; run < 5; run++) {
        const began = performance.now();
        const done = spawnSync(kith, ['import', file, '--organisation', organisation, '--check', '--json', '--config', join(folder, 'kith.toml')],
            { maxBuffer: 1 << 30 });
        times.push(performance.now() - began);
        if (done.status > 1) throw new Error(`${done.stderr}${done.stdout.toString().slice(0, 2000)}`);
        if (run === 0) console.log(`${rows} rows, ${(readFileSync(file).length / 1e6).toFixed(1)} MB, exit code ${done.status}`);
    }
    times.sort((a, b) => a - b);
    console.log(`whole command, start of the program to its end: median ${times[2].toFixed(0)} ms (${times.map((t) => t.toFixed(0)).join(', ')})`);
} finally {
    rmSync(folder, { recursive: true, force: true });
}

/** The sample's largest staff return, its rows repeated as other people under new references until there are enough. */
function grow() {
    const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.csv'));
    const returns = files.map((name) => readFileSync(join(folder, name), 'utf8')).filter((text) => /staff_reference.*family_name/.test(text.split('\n')[0]));
    if (!returns.length) throw new Error('the sample left no staff returns in its folder');
    const text = returns.sort((a, b) => b.length - a.length)[0];
    const [header, ...lines] = text.trimEnd().split(/\r?\n/);
    const columns = header.replace(/^\ufeff/, '').split(',');
    const [who, person, number, family] = ['organisation', 'staff_reference', 'national_insurance_number', 'family_name'].map((name) => columns.indexOf(name));
    const out = [header];
    for (let row = 0; row < rows; row++) {
        const cells = lines[row % lines.length].split(',');
        cells[person] = `B${row}`;
        if (number >= 0) cells[number] = '';
        if (family >= 0) cells[family] = 'Grown' + [...`${row}`].map((digit) => 'abcdefghij'[digit]).join('');
        out.push(cells.join(','));
    }
    const file = join(folder, 'grown.csv');
    writeFileSync(file, out.join('\r\n') + '\r\n');
    return [file, lines[0].split(',')[who]];
}
