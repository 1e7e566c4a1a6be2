// Sends a stated mix of page requests to a server on loopback at a constant rate, whether or not it keeps up (open loop), for a
// bounded time. Usage: node tools/load.mjs --base http://127.0.0.1:PORT --cookie COOKIE --rate 200 --seconds 60 --path P --path P ...
// Prints one JSON line: {sent, answered, wrong, late, p50, p99, longest}; times in milliseconds as the sender sees them.
import { Agent, request } from 'node:http';

export function measure({ base, cookie, rate, seconds, paths }) {
    const url = new URL(base);
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) throw new Error('load goes to loopback only');
    if (rate > 2000 || seconds > 120) throw new Error('at most 2,000 requests a second for 120 seconds');
    const agent = new Agent({ keepAlive: true, maxSockets: 64 });
    const total = Math.round(rate * seconds);
    const times = [];
    const counts = { sent: 0, answered: 0, wrong: 0 };
    return new Promise((done) => {
        const began = performance.now();
        const one = (number) => {
            const due = began + (number * 1000) / rate;
            const sent = request({ agent, hostname: url.hostname, port: url.port, path: paths[number % paths.length],
                headers: { cookie, 'accept-encoding': 'gzip' } }, (reply) => {
                if (reply.statusCode !== 200) counts.wrong += 1;
                reply.resume();
                reply.on('end', () => finish(performance.now() - due));
            });
            sent.on('error', () => {
                counts.wrong += 1;
                finish(performance.now() - due);
            });
            sent.end();
        };
        const finish = (time) => {
            times.push(time);
            counts.answered += 1;
            if (counts.answered === total) {
                agent.destroy();
                times.sort((a, b) => a - b);
                const at = (part) => Number(times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(2));
                done({ ...counts, p50: at(0.5), p99: at(0.99), longest: at(1) });
            }
        };
        const tick = () => {
            const due = Math.min(total, Math.floor(((performance.now() - began) * rate) / 1000) + 1);
            while (counts.sent < due) one(counts.sent++);
            if (counts.sent < total) setTimeout(tick, 2);
        };
        tick();
    });
}

function option(words, name, otherwise) {
    const found = words.flatMap((word, at) => (word === `--${name}` ? [words[at + 1]] : []));
    return found.length ? found : otherwise;
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop())) {
    const words = process.argv.slice(2);
    const [base] = option(words, 'base', [undefined]);
    const result = await measure({ base, cookie: option(words, 'cookie', [''])[0], rate: Number(option(words, 'rate', ['200'])[0]),
        seconds: Number(option(words, 'seconds', ['60'])[0]), paths: option(words, 'path', ['/']) });
    console.log(JSON.stringify(result));
}
