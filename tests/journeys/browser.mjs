// Debian's Chromium, and a Walk through the program that looks at every page it comes to.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './program.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'];
const papers = join(root, 'build/journeys/papers');
export const wide = { width: 1280, height: 900 };
export const phone = { width: 320, height: 640 };

export function openBrowser() {
    return chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
}

/** A person at a browser: goes, clicks, fills in; each page reached is held to the rules for all pages. */
export class Walk {
    constructor(page, base, way) {
        Object.assign(this, { page, base, way, pages: new Set(), complaints: [] });
        page.setDefaultTimeout(15_000);
        page.on('pageerror', (error) => this.complain(`script error: ${error.message}`));
        page.on('console', (message) => {
            if (message.type() === 'error' && !/status of (4\d\d|503)/.test(message.text())) this.complain(`console: ${message.text()}`);
        });
    }

    static async begin(browser, base, way) {
        const context = await browser.newContext({ viewport: way.viewport, javaScriptEnabled: way.scripts, acceptDownloads: true, locale: 'en-GB' });
        return new Walk(await context.newPage(), base, way);
    }

    async end() {
        await this.twin?.context().close();
        await this.page.context().close();
    }

    complain(words) { this.complaints.push(`${this.path()}: ${words}`); }

    path() { return this.page.url().replace(this.base, '') || '/'; }

    async go(path, { status = 200 } = {}) {
        const reply = await this.gone(this.base + path);
        if (reply.status() !== status) throw new Error(`${path} answered ${reply.status()}, not ${status}`);
        await this.look();
    }

    /** Goes there; a page that was still turning itself when it was left may take one navigation back, so it is asked for again. */
    async gone(address) {
        for (let tries = 0; ; tries++) {
            try {
                return await this.page.goto(address);
            } catch (error) {
                if (tries === 5 || !/interrupted by another navigation/.test(error.message)) throw error;
                await this.page.waitForLoadState('load');
            }
        }
    }

    async link(name) { await this.press(this.page.getByRole('link', { name }).first()); }

    async button(name) { await this.press(this.page.getByRole('button', { name }).first()); }

    async press(control) {
        await Promise.all([this.page.waitForEvent('load').catch(() => {}), control.click()]);
        await this.page.waitForLoadState('load');
        await this.look();
    }

    async fill(label, words) { await this.page.getByLabel(label).first().fill(words); }

    /** As one of the sample's people, by the name of their role. */
    async signInAs(role) {
        await this.page.context().clearCookies();
        await this.go('/sign-in');
        await this.button(role);
    }

    /** Waits until a page that shows work in progress shows its outcome: by script it turns itself, and nobody else does; without, this asks again. */
    async settle() {
        for (let tries = 0; tries < 60; tries++) {
            if (await this.settled()) return this.look();
            await this.page.waitForTimeout(250);
            if (!this.way.scripts) await this.page.reload();
        }
        throw new Error(`${this.path()} was still at work after fifteen seconds`);
    }

    /** The whole page is there and shows no work in progress: a page half arrived shows none either. */
    async settled() {
        const whole = await this.page.evaluate(() => document.readyState === 'complete' && document.querySelector('h1') !== null).catch(() => false);
        return whole && (await this.page.getByRole('link', { name: 'Look again' }).count()) === 0 && (await this.page.locator('h1').count()) === 1;
    }

    async choose(label, option) { await this.page.getByLabel(label).first().selectOption({ label: option }); }

    /** Gives a file of that text to the page's file field. */
    async attach(label, name, text) {
        await this.page.getByLabel(label).first().setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    }

    /** The text of what a link downloads, with its headers. */
    async download(name) {
        const href = await this.page.getByRole('link', { name }).first().getAttribute('href');
        const reply = await this.page.request.get(new URL(href, this.page.url()).href);
        if (reply.status() !== 200) throw new Error(`${href} answered ${reply.status()}`);
        return { text: await reply.text(), type: reply.headers()['content-type'] ?? '', disposition: reply.headers()['content-disposition'] ?? '' };
    }

    async expect(words) {
        const text = await this.page.locator('body').innerText();
        const there = words instanceof RegExp ? words.test(text) : text.includes(words);
        if (!there) throw new Error(`${this.path()} does not say ${words}; it says:\n${text.slice(0, 1500)}`);
    }

    /** As someone with a phone, whichever way the journey is walked. */
    async onAPhone() {
        this.way = { ...this.way, viewport: phone };
        await this.page.setViewportSize(phone);
    }

    /** What the page would put on paper, as text in reading order; what it looks like is kept under that name in build/journeys. */
    async printed(name) {
        mkdirSync(papers, { recursive: true });
        const file = join(papers, `${name}.pdf`);
        await this.page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
        const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))[1]);
        const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
        return { text, pages, beyond: beyondThePaper(file) };
    }

    /** Looks at the page; begins again where it leaves for another while it is looked at, as pages that show work in progress do. */
    async look() {
        for (let tries = 0; ; tries++) {
            const before = new Set(this.pages);
            try {
                return await this.lookOnce();
            } catch (error) {
                if (tries === 5 || !/context was destroyed|navigat/i.test(error.message)) throw error;
                this.pages = before;
                await this.page.waitForLoadState('load');
            }
        }
    }

    /** Those words stand on the page, be it in a part that is closed. */
    async expectWithin(words) {
        if (!(await this.page.locator('main').textContent()).includes(words)) throw new Error(`${this.path()} does not hold ${words}, open or closed`);
    }

    /** What holds of every page: one heading, a title, no sideways scrolling on a phone or wide, nothing that axe finds. */
    async lookOnce() {
        const kind = `${patternOf(this.path())} ${(await this.page.title()).startsWith('Error: ') ? 'with errors' : ''}`;
        if (this.pages.has(kind)) return;
        this.pages.add(kind);
        for (const size of this.way.viewport === phone ? [wide, phone] : [phone, wide]) {
            await this.page.setViewportSize(size);
            const found = await this.page.evaluate(() => ({
                title: document.title,
                language: document.documentElement.lang,
                headings: document.querySelectorAll('h1').length,
                wider: document.documentElement.scrollWidth - window.innerWidth,
                twice: [...document.querySelectorAll('[id]')].map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at),
                inline: document.querySelectorAll('[style], script:not([src])').length,
            }));
            if (!found.title) this.complain('has no title');
            if (found.language !== 'en') this.complain('does not say that it is in English');
            if (found.headings !== 1) this.complain(`has ${found.headings} level-one headings`);
            if (found.wider > 0) this.complain(`scrolls sideways by ${found.wider} pixels at ${size.width}`);
            if (found.twice.length) this.complain(`uses an id twice: ${found.twice.join(', ')}`);
            if (found.inline > 0) this.complain(`has ${found.inline} inline styles or scripts`);
        }
        for (const one of await this.violations()) this.complain(`axe: ${one}`);
    }

    /** What axe finds. It cannot run where scripts are off, so there it is given the same page in a twin that loads no scripts. */
    async violations() {
        const page = this.way.scripts ? this.page : await this.twinOf(this.page);
        return page.evaluate(`(async () => { ${axe}; const r = await axe.run(document, {resultTypes: ['violations']});
            return r.violations.map((v) => v.id + ' (' + v.impact + '): ' + v.help + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')); })()`);
    }

    async twinOf(page) {
        this.twin ??= await (await page.context().browser().newContext({ viewport: this.way.viewport })).newPage();
        const markup = await page.content();
        await this.twin.unroute('**/*');
        await this.twin.route('**/*', (route) => {
            const kind = route.request().resourceType();
            if (kind === 'document') return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: markup });
            return kind === 'script' ? route.abort() : route.continue();
        });
        await this.twin.goto(page.url());
        return this.twin;
    }
}

/** Words of a PDF file that reach over the right edge of their sheet. */
function beyondThePaper(file) {
    const beyond = [];
    let width = 0;
    for (const [, sheet, edge, word] of execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }).matchAll(/<page width="([\d.]+)"|<word [^>]*xMax="([\d.]+)"[^>]*>([^<]*)</g)) {
        if (sheet) width = Number(sheet);
        else if (Number(edge) > width) beyond.push(word);
    }
    return beyond;
}

/** "/returns/{id}?sector" of "/returns/01jd0...?sector=health": pages that differ only in whose they are. */
export function patternOf(path) {
    const [route, query = ''] = path.split('#')[0].split('?');
    const names = [...new Set(query.split('&').map((pair) => pair.split('=')[0]))].filter(Boolean).sort();
    // Each measure has a page of its own shape; the rows behind them have not.
    const shape = route.replace(/\/[0-9a-hjkmnp-tv-z]{26}(?=\/|$)/g, '/{id}').replace(/^\/measures\/[a-z_0-9]+\/rows$/, '/measures/{measure}/rows');
    return shape + (names.length > 1 ? '?several' : names.length ? `?${names[0]}` : '');
}
