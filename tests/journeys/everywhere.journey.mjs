// Every role follows every link it is shown, one page of each kind, and the pages that say no.
import { patternOf } from './browser.mjs';

export const name = 'every role sees every page it is shown';
const most = 300;

/** The addresses of this page's links within the program, downloads and signing out left aside. */
export async function linksOf(walk) {
    const found = await walk.page.$$eval('a[href]', (links) => links.filter((a) => !a.hasAttribute('download')).map((a) => a.href));
    return found.filter((href) => href.startsWith(walk.base)).map((href) => href.slice(walk.base.length).split('#')[0] || '/');
}

/** Visits one page of each kind that can be reached by links; `at` is called on each. */
export async function crawl(walk, at = async () => {}) {
    const seen = new Set();
    const queue = ['/', ...(await linksOf(walk))];
    while (queue.length && seen.size < most) {
        const path = queue.shift();
        const pattern = patternOf(path);
        if (seen.has(pattern) || /\.(csv|json|txt|toml|xlsx)$|\/sign-out|\/assets\/|\/download/.test(path.split('?')[0])) continue;
        seen.add(pattern);
        const answer = await walk.page.request.get(walk.base + path, { maxRedirects: 0 });
        if (!/text\/html/.test(answer.headers()['content-type'] ?? '') || answer.headers()['content-disposition']) continue;
        if (answer.status() >= 400) walk.complain(`links to ${path}, which answers ${answer.status()}`);
        if (answer.status() >= 300) continue;
        await walk.go(path);
        await at(pattern);
        queue.push(...(await linksOf(walk)));
    }
    if (queue.length > 0 && seen.size >= most) walk.complain(`more than ${most} kinds of page: not all were looked at`);
    return seen;
}

/** The roles under which the sample's sign-in page lets one look round. */
export async function peopleOffered(walk) {
    await walk.go('/sign-in');
    return (await walk.page.locator('button[name=role]').allInnerTexts()).map((text) => text.trim());
}

export default async function everywhere(walk) {
    const people = await peopleOffered(walk);
    if (people.length < 5) throw new Error(`the sample offers only: ${people.join(', ')}`);
    await walk.go('/no-such-page', { status: 404 });
    for (const person of people) {
        await walk.signInAs(person);
        await crawl(walk);
    }
    await walk.go('/design');
}
