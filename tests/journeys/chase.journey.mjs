// The workforce lead invites everyone, watches what is in, chases what is late; the steward who was chased hands in, and it is seen at once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const name = 'everyone invited, coverage watched, the overdue chased';

/** Codes and names of every organisation of the sample. */
function organisations(program) {
    const [header, ...lines] = readFileSync(join(program.folder, 'files/organisations.csv'), 'utf8').replace(/^\ufeff/, '').trimEnd().split(/\r?\n/);
    const columns = header.split(',');
    const [code, called] = [columns.findIndex((one) => /code/.test(one)), columns.indexOf('name')];
    return lines.map((line) => line.split(',')).map((cells) => ({ code: cells[code], name: cells[called].replace(/"/g, '') }));
}

const numberIn = (text, pattern) => Number((pattern.exec(text) ?? [undefined, 'NaN'])[1].replace(/,/g, ''));

async function inviteAll(walk, all) {
    const rows = all.map((one, at) => `steward-${at}@westmere.example,Steward ${at} Example,${one.code},data steward`);
    await walk.go('/invitations');
    await walk.button('Invite people');
    await walk.fill('Paste the list', ['email,name,organisation,role', ...rows].join('\n'));
    await walk.button('Check the list');
    await walk.expect('Everyone on the list can be invited');
    await walk.button(`Invite ${all.length} people`);
    await walk.expect(`${all.length} not in yet`);
    await walk.expect('0 accepted');
}

async function linkFor(walk, person) {
    await walk.go('/invitations');
    while (!(await walk.page.getByRole('link', { name: person, exact: true }).count())) await walk.link('Next');
    await walk.press(walk.page.getByRole('link', { name: person, exact: true }));
    await walk.button('Show a link to hand over');
    return /http\S+(\/invitation\/\S+)/.exec(await walk.page.locator('main').innerText())[1];
}

/** The row of the scorecards of one organisation. */
async function standingOf(walk, organisation) {
    await walk.go('/scorecards');
    return (await walk.page.getByRole('row').filter({ has: walk.page.getByRole('link', { name: organisation, exact: true }) }).first().innerText()).replace(/\s+/g, ' ');
}

async function overdueNow(walk) {
    await walk.go('/scorecards');
    return numberIn(await walk.page.locator('main').innerText(), /([\d,]+) returns? (?:is|are) overdue/);
}

/** Staff known for one headline figure, of those expected. */
async function known(walk, figure) {
    await walk.go('/scorecards');
    const row = await walk.page.getByRole('row').filter({ hasText: figure }).last().innerText();
    return numberIn(row, /([\d,]+) of [\d,]+ staff expected or held/);
}

async function handInFor(walk, code) {
    const people = ['Wren', 'Ash', 'Rowan'].map((given, at) => `${code},${code}-9${at},Example,${given},12/04/198${at},day_nursery_worker,permanent,0.8,01/09/2024`);
    await walk.go('/');
    await walk.expect('The return was due on');
    await walk.go('/messages');
    await walk.expect(/The staff return of .* is overdue/);
    await walk.go('/returns/new');
    await walk.attach('File to hand in', 'staff.csv', ['organisation,staff_reference,family_name,given_name,date_of_birth,role,contract,fte,start_date', ...people].join('\r\n') + '\r\n');
    await walk.button('Hand in and check');
    await walk.settle();
    await walk.button(/^Accept /);
    await walk.settle();
    await walk.expect('What accepting did');
}

export default async function inviteWatchAndChase(walk, program) {
    await walk.signInAs('Workforce lead');
    await walk.expect(/returns? (is|are) overdue/);
    const all = organisations(program);
    await inviteAll(walk, all);

    const late = await overdueNow(walk);
    const figure = 'How many staff there are';
    const before = await known(walk, figure);
    await walk.link('Show those that are overdue');
    const shown = await walk.page.getByRole('row').filter({ hasText: 'Overdue since' }).count();
    if (shown !== late) throw new Error(`${late} returns are overdue and ${shown} are shown`);
    const organisation = (await walk.page.getByRole('row').filter({ hasText: '0 of' }).first().getByRole('link').first().innerText()).trim();
    const place = all.findIndex((one) => one.name === organisation);
    await walk.expect(/have not come in yet, so nothing reaches them: print their letters/);

    const link = await linkFor(walk, `Steward ${place} Example`);
    await walk.page.context().clearCookies();
    await walk.go(link);
    await walk.fill(/password/i, 'pony lamp river');
    await walk.button('Save password and come in');

    await walk.signInAs('Workforce lead');
    await walk.go('/scorecards?returns=overdue');
    await walk.button(/^Ask the data stewards of /);
    await walk.expect(/were asked for their return/);
    await walk.expect(/asked today/);
    if (await walk.page.getByRole('button', { name: /^Ask the data stewards of / }).count()) throw new Error('nobody is left to ask, and the button stands');
    await walk.link(organisation);
    await walk.expect('Asked for');
    await walk.expect('asked 1 person');

    await walk.page.context().clearCookies();
    await walk.go('/sign-in');
    await walk.fill('Email address', `steward-${place}@westmere.example`);
    await walk.fill(/^Password/, 'pony lamp river');
    await walk.button(/^Sign in$/);
    await handInFor(walk, all[place].code);

    await walk.signInAs('Workforce lead');
    await walk.go('/invitations');
    await walk.expect('1 accepted');
    await walk.expect(`${all.length - 1} not in yet`);
    if ((await overdueNow(walk)) !== late - 1) throw new Error('the return that came in is still overdue');
    if (!/3 of \d+.*Handed in/.test(await standingOf(walk, organisation))) throw new Error(`its line does not show the return: ${await standingOf(walk, organisation)}`);
    if ((await known(walk, figure)) !== before + 3) throw new Error('readiness does not count the three');
}
