// The built program with the fictional sample, on a free loopback port, stopped again whatever happens.
import { spawn, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const kith = join(root, 'build/kith');

/** A port that was free a moment ago. */
export function freePort() {
    return new Promise((found, failed) => {
        const server = createServer();
        server.on('error', failed);
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => found(port));
        });
    });
}

/** Makes the sample in `folder`: kith.toml, the database (in the folder, or where `url` says), and its files under files/. */
export function makeSample(folder, url) {
    mkdirSync(folder, { recursive: true });
    const text = readFileSync(join(root, 'deploy/sample.toml'), 'utf8');
    writeFileSync(join(folder, 'kith.toml'), url ? text.replace(/^url = .*$/m, `url = "${url}"`) : text);
    execFileSync(kith, ['demo', '--config', join(folder, 'kith.toml'), '--files', join(folder, 'files')],
        { stdio: ['ignore', 'ignore', 'inherit'], timeout: 120_000 });
}

/** The sample's folder, made anew only when the program is newer. */
function sampleFolder() {
    const folder = join(root, 'build/journeys/sample');
    const stamp = join(folder, 'made-by');
    const program = String(statSync(kith).mtimeMs);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === program) return folder;
    rmSync(folder, { recursive: true, force: true });
    makeSample(folder);
    writeFileSync(stamp, program);
    return folder;
}

async function answers(url, child) {
    for (let tries = 0; tries < 200; tries++) {
        if (child.exitCode !== null) throw new Error(`kith serve ended with code ${child.exitCode}`);
        try {
            const reply = await fetch(url);
            await reply.arrayBuffer();
            if (reply.status === 200) return;
        } catch {
            // not listening yet
        }
        await new Promise((go) => setTimeout(go, 50));
    }
    throw new Error(`no answer at ${url} within ten seconds`);
}

/** {base, metrics, folder, say(verb), stop()} of a server with a copy of the sample of its own. */
export async function startProgram() {
    const folder = mkdtempSync(join(tmpdir(), 'kith-journey-'));
    cpSync(sampleFolder(), folder, { recursive: true });
    return serveFolder(folder);
}

/** The same of a folder that holds a sample already. Stopping removes it. */
export async function serveFolder(folder) {
    const [port, metrics] = [await freePort(), await freePort()];
    const configuration = join(folder, 'kith.toml');
    const lines = readFileSync(configuration, 'utf8');
    writeFileSync(configuration, withPorts(lines, port, metrics));
    const log = [];
    const child = spawn(kith, ['serve', '--config', configuration], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => log.push(bytes.toString()));
    const stop = async () => {
        if (child.exitCode === null) {
            const gone = new Promise((done) => child.once('exit', done));
            child.kill('SIGTERM');
            const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
            await gone;
            clearTimeout(late);
        }
        process.off('exit', end);
        rmSync(folder, { recursive: true, force: true });
        return child.exitCode;
    };
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    try {
        await answers(`http://127.0.0.1:${port}/health/ready`, child);
    } catch (problem) {
        await stop();
        throw new Error(`${problem.message}\n${log.join('').slice(-4000)}`);
    }
    /** What a verb says beside the server, on the same database; a code other than nought is an error. */
    const say = (...words) => execFileSync(kith, [...words, '--config', configuration], { encoding: 'utf8', timeout: 60_000 });
    return { base: `http://127.0.0.1:${port}`, metrics: `http://127.0.0.1:${metrics}/metrics`, folder, log, say, stop, pid: child.pid };
}

/** The configuration with the two ports under [server], whatever it said of them before. */
export function withPorts(text, port, metrics) {
    const kept = text.split('\n').filter((line) => !/^\s*(port|metrics_port)\s*=/.test(line));
    const at = kept.findIndex((line) => line.trim() === '[server]');
    const ours = [`port = ${port}`, `metrics_port = ${metrics}`];
    if (at < 0) return [...kept, '[server]', ...ours, ''].join('\n');
    return [...kept.slice(0, at + 1), ...ours, ...kept.slice(at + 1)].join('\n');
}
