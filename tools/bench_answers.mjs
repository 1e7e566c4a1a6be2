// People answering at once: sessions that each open or send one page every ten seconds, from the first page to "thank you", on the sample. Times are the
// server's own, by its histogram; answers sent are counted against those that the campaign's page says came. Usage: node tools/bench_answers.mjs [SESSIONS] [SECONDS]
import { openBrowser, Walk, wide } from '../tests/journeys/browser.mjs';
import { startProgram } from '../tests/journeys/program.mjs';
import { histogram, quantile } from './histogram.mjs';

const [sessions = 500, seconds = 180] = process.argv.slice(2).map(Number);
if (sessions > 2000 || seconds > 300) throw new Error('at most 2,000 sessions for 300 seconds');
const isAnswering = (route) => /\/answer\b/.test(route);
const between = 10_000;

/** One person: cookies, the page they are on, and what they do next. */
class Respondent {
    constructor(base, link) { Object.assign(this, { base, link, cookies: new Map(), sent: 0, wrong: 0, next: { path: link } }); }

    async ask(path, fields) {
        const headers = { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'sec-fetch-site': 'same-origin', origin: this.base };
        const body = fields ? new URLSearchParams(fields).toString() : undefined;
        if (body) headers['content-type'] = 'application/x-www-form-urlencoded';
        const reply = await fetch(this.base + path, { method: fields ? 'POST' : 'GET', headers, body, redirect: 'manual' });
        for (const cookie of reply.headers.getSetCookie()) {
            const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
            if (value) this.cookies.set(name, value);
            else this.cookies.delete(name);
        }
        if (reply.status === 303) return this.ask(new URL(reply.headers.get('location'), this.base).pathname);
        if (reply.status !== 200) this.wrong += 1;
        return { path, text: await reply.text() };
    }

    /** One page: the form that stands on it is filled in and sent, and the next page comes. */
    async step() {
        if (!this.page) { this.page = await this.ask(this.link); return; }
        const { path, text } = this.page;
        const form = /<form[^>]*action="([^"]+)"[^>]*method="post"|<form[^>]*method="post"[^>]*action="([^"]+)"/.exec(text);
        if (!form || path.endsWith('/thanks')) { this.page = undefined; this.cookies.clear(); return this.step(); }
        const fields = [];
        for (const [, name, value] of text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) fields.push([name, value]);
        const seen = new Set();
        for (const [tag] of text.matchAll(/<input[^>]*type="radio"[^>]*>/g)) {
            const name = /name="([^"]+)"/.exec(tag)[1];
            if (seen.has(name)) continue;
            seen.add(name);
            fields.push([name, name === 'viewpoint' ? 'practitioner' : /value="([^"]+)"/.exec(tag)[1]]);
        }
        const action = form[1] ?? form[2];
        this.page = await this.ask(action, fields);
        if (action.endsWith('/send') && this.page.path.endsWith('/thanks')) this.sent += 1;
    }
}

async function prepared(program) {
    const browser = await openBrowser();
    const walk = await Walk.begin(browser, program.base, { scripts: false, viewport: wide });
    walk.look = async () => {};
    await walk.signInAs('Workforce lead');
    await walk.go('/campaigns/new');
    await walk.page.getByLabel("One Children's Workforce", { exact: true }).check();
    await walk.fill('Name of the campaign', 'Measured');
    for (const [field, days] of [['opens_on', -1], ['closes_on', 30]]) {
        const date = new Date(Date.now() + days * 86_400_000);
        for (const [part, value] of [['day', date.getDate()], ['month', date.getMonth() + 1], ['year', date.getFullYear()]]) await walk.page.fill(`[name="${field}-${part}"]`, String(value));
    }
    await walk.button('Prepare the campaign');
    await walk.button(/^Open it/);
    const campaign = new URL(walk.page.url()).pathname;
    await walk.go(campaign + '/links/new');
    await walk.page.getByLabel('An open link').check();
    await walk.button('Make the links');
    const link = new URL((await walk.page.locator('.kith-break').first().innerText()).trim()).pathname;
    const came = async () => {
        await walk.go(campaign);
        return Number((/([\d,]+) answers? (?:has|have) come in/.exec(await walk.page.locator('main').innerText()) ?? ['', '0'])[1].replace(/,/g, ''));
    };
    return { browser, link, came };
}

const program = await startProgram();
const { browser, link, came } = await prepared(program);
try {
    const people = Array.from({ length: sessions }, () => new Respondent(program.base, link));
    const before = await histogram(program.metrics, isAnswering);
    const until = Date.now() + seconds * 1000;
    let late = 0;
    const live = async (person, number) => {
        await new Promise((done) => setTimeout(done, (number * between) / sessions));
        while (Date.now() < until) {
            const began = Date.now();
            await person.step();
            const left = between - (Date.now() - began);
            if (left < 0) late += 1;
            await new Promise((done) => setTimeout(done, Math.max(0, left)));
        }
    };
    await Promise.all(people.map(live));
    const after = await histogram(program.metrics, isAnswering);
    const sum = (name) => people.reduce((total, person) => total + person[name], 0);
    console.log(`${sessions} sessions, a page each 10 s, for ${seconds} s: server p50 ${quantile(before, after, 0.5).toFixed(2)} ms, p99 ${quantile(before, after, 0.99).toFixed(2)} ms; ${sum('wrong')} not answered with 200, ${late} later than their next`);
    console.log(`${sum('sent')} answers sent, ${await came()} there`);
} finally {
    await browser.close();
    await program.stop();
}
