// The lead's questions of the workforce profile: each figure is worked out another way, from the staff list's file or another page's, and compared.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const name = 'the workforce profile answers the lead';

/** Rows of a CSV file as objects by its heads. */
function rowsOf(text) {
    const rows = [[]];
    let cell = '', quoted = false;
    const bare = text.replace(/^\ufeff/, '');
    for (let at = 0; at < bare.length; at += 1) {
        const letter = bare[at];
        if (quoted) {
            if (letter === '"' && bare[at + 1] === '"') { cell += '"'; at += 1; }
            else if (letter === '"') quoted = false;
            else cell += letter;
        } else if (letter === '"') quoted = true;
        else if (letter === ',') { rows.at(-1).push(cell); cell = ''; }
        else if (letter === '\n') { rows.at(-1).push(cell); cell = ''; rows.push([]); }
        else if (letter !== '\r') cell += letter;
    }
    if (cell || rows.at(-1).length) rows.at(-1).push(cell);
    const [heads, ...lines] = rows.filter((row) => row.length > 1 || row[0]);
    return lines.map((line) => Object.fromEntries(heads.map((head, place) => [head.replace(/ \((percent|pounds)\)$/, ''), line[place]])));
}

async function csv(walk, path) {
    const reply = await walk.page.request.get(walk.base + path);
    if (reply.status() !== 200) throw new Error(`${path} answered ${reply.status()}`);
    return rowsOf(await reply.text());
}

function same(one, other, words) {
    if (one !== other) throw new Error(`${words}: ${one} on the page, ${other} counted another way`);
}

/** What stands in the table of the page beside a label, column by column, as text. */
async function lineOf(walk, label) {
    const row = walk.page.locator('main table tr').filter({ has: walk.page.locator('th').getByText(label, { exact: true }) }).first();
    return (await row.locator('td').allInnerTexts()).map((text) => text.trim());
}

const number = (text) => Number(text.replace(/[£,%]/g, ''));
const firstOf = (row) => Object.values(row)[0];

/** code → name of the localities, as the filters of the page have them. */
async function localitiesOf(walk) {
    await walk.go('/profile');
    const boxes = walk.page.locator('input[name=locality]');
    const found = [];
    for (const box of await boxes.all()) {
        const id = await box.getAttribute('id');
        found.push([await box.getAttribute('value'), (await walk.page.locator(`label[for="${id}"]`).innerText()).trim()]);
    }
    return found.filter(([code]) => code);
}

/** Early years staff at level 3 or above by locality: against the levels of each locality alone. */
async function levelThree(walk, localities) {
    await walk.go('/measures/level_by_locality?sector=early_years');
    let seen = 0;
    for (const [code, place] of localities) {
        const levels = await csv(walk, `/measures/levels/table.csv?sector=early_years&locality=${code}`);
        const counted = levels.filter((row) => /^Level [3-8]/.test(firstOf(row))).reduce((sum, row) => sum + Number(row.Staff), 0);
        const [shown] = await lineOf(walk, place);
        if (shown === undefined && counted === 0) continue;
        same(number(shown), counted, `early years staff at level 3 in ${place}`);
        seen += counted;
    }
    if (seen === 0) throw new Error('nobody in early years holds level 3: the journey compares nothing');
}

/** The day of state pension age by the Pensions Acts 2007 to 2014, for those born from 6 October 1954. */
function pensionDay(born) {
    const at = (iso) => new Date(`${iso}T00:00:00Z`);
    const day = new Date(born);
    let months = 66 * 12;
    if (born >= at('1977-04-06')) months = 68 * 12;
    else if (born >= at('1961-03-06')) months = 67 * 12;
    else if (born >= at('1960-04-06')) months += (born.getUTCFullYear() - 1960) * 12 + born.getUTCMonth() - 3 + (born.getUTCDate() >= 6 ? 1 : 0);
    day.setUTCMonth(day.getUTCMonth() + months);
    return day;
}

/** Who may retire in five years among social workers: against the dates of birth in the staff list's file. */
async function retirements(walk) {
    await walk.go('/measures/retirements?role=social_worker');
    const [, five, known] = /([\d,]+) of ([\d,]+) staff reach state pension age within five years/.exec(await walk.page.locator('main').innerText());
    const staff = await csv(walk, '/staff/export.csv?role=social_worker&who=working');
    const born = staff.filter((row) => row.date_of_birth).map((row) => pensionDay(new Date(`${row.date_of_birth}T00:00:00Z`)));
    const today = new Date(new Date().toISOString().slice(0, 10));
    const later = new Date(today);
    later.setUTCFullYear(later.getUTCFullYear() + 5);
    same(number(known), born.length, 'social workers whose date of birth is known');
    same(number(five), born.filter((day) => day > today && day <= later).length, 'social workers who reach state pension age within five years');
}

/** Where evening cover is missing: against the patterns of work in the staff list's file, locality by locality. */
async function evenings(walk, localities) {
    await walk.go('/measures/cover');
    const cover = await csv(walk, '/measures/cover/table.csv');
    const finding = await walk.page.locator('main').innerText();
    for (const [code, place] of localities) {
        const shown = Number(cover.find((row) => firstOf(row) === place)?.Evenings ?? 0);
        const staff = await csv(walk, `/staff/export.csv?locality=${code}&who=working`);
        const counted = staff.filter((row) => /evenings/i.test(row.working_pattern)).length;
        // The file has one engagement of each person; who has two may work evenings in the other
        const several = staff.filter((row) => Number(row.engagements) > 1).length;
        if (Math.abs(shown - counted) > several) throw new Error(`${shown} staff work evenings in ${place}; the staff list has ${counted}`);
        if ((shown === 0) !== new RegExp(`Nobody is known to work evenings in [^.\\n]*${place}`).test(finding)) throw new Error(`what is missing in ${place} is not what the finding says`);
    }
}

/** Which roles differ most in pay: the first of them against the medians of its employers. */
async function payGaps(walk) {
    await walk.go('/measures/pay_gaps');
    const gaps = await csv(walk, '/measures/pay_gaps/table.csv');
    const [widest] = gaps;
    const between = gaps.map((row) => Number(row['Between highest and lowest']));
    if (!gaps.length || between.some((gap, place) => place > 0 && gap > between[place - 1])) throw new Error('the roles do not stand in order of what lies between their employers');
    const role = await walk.page.locator('select[name=role] option').filter({ hasText: new RegExp(`^\\s*${firstOf(widest).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`) }).first().getAttribute('value');
    const medians = (await csv(walk, `/measures/pay/table.csv?role=${role}`)).map((row) => Number(row['Median pay for full time'])).filter((pay) => !Number.isNaN(pay));
    same(between[0], Math.max(...medians) - Math.min(...medians), `pounds between the employers of ${firstOf(widest)}`);
    await walk.expect(firstOf(widest));
}

/** The score interval of a share (Wilson), 19 times in 20. */
function wilson(part, whole) {
    const z = 1.959964, share = part / whole, below = 1 + z * z / whole;
    const middle = (share + z * z / (2 * whole)) / below;
    const reach = z * Math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole)) / below;
    return [middle - reach, middle + reach];
}

/** Figures of children, where the sample has none. */
function takeChildrenIn(program) {
    const counts = [['sex', 'female', 49000], ['sex', 'male', 51000], ['ethnicity', 'white', 80000], ['ethnicity', 'asian', 12000], ['ethnicity', 'black', 4000], ['ethnicity', 'mixed', 3000], ['ethnicity', 'other', 1000]];
    const file = join(program.folder, 'children.csv');
    writeFileSync(file, ['locality,characteristic,code,children,source,as_of', ...counts.map((count) => `,${count.join(',')},Census 2021,21/3/2021`), ''].join('\n'));
    program.say('child-population', file, '--accept');
}

/** Are men, and each ethnic group, as common among staff as among children: counts of staff against the staff list's file, and what chance gives worked out anew. */
async function likeness(walk, program) {
    const staff = await csv(walk, '/staff/export.csv?who=working');
    if (!(await csv(walk, '/measures/likeness_sex/table.csv')).length) takeChildrenIn(program);
    await walk.go('/measures/likeness_sex');
    const sexes = await csv(walk, '/measures/likeness_sex/table.csv');
    if (!sexes.length) throw new Error('there are no figures of children to compare with');
    for (const row of sexes) {
        const word = firstOf(row);
        same(Number(row.Staff), staff.filter((one) => one.sex === word).length, `staff who are ${word}`);
        const low = Number(row['Lowest it may be']), high = Number(row['Highest it may be']), children = Number(row['Share of children']);
        const apart = children < low ? /^(more|too few)/ : children > high ? /^(less|too few)/ : null;
        if (apart && !apart.test(row['In the workforce'])) throw new Error(`${word}: ${row['In the workforce']}, though ${children}% of children lie outside ${low} to ${high}`);
    }
    await walk.go('/measures/likeness_ethnicity');
    const said = /of \d+, ([\d,]+) staff say/.exec(await walk.page.locator('main').innerText());
    if (!said) throw new Error('it is not said how many staff name their ethnic group');
    for (const row of await csv(walk, '/measures/likeness_ethnicity/table.csv')) {
        if (Number.isNaN(Number(row.Staff)) || row.Staff === '') continue;  // too few to be shown
        const [low, high] = wilson(Number(row.Staff), number(said[1]));
        for (const [shown, counted] of [[row['Lowest it may be'], low], [row['Highest it may be'], high]]) {
            if (Math.abs(Number(shown) - counted * 100) > 0.15) throw new Error(`${firstOf(row)} may be ${shown}% by the page and ${counted * 100}% by the sum`);
        }
        const children = Number(row['Share of children']);
        const apart = children < low * 100 - 0.1 ? /^(more|too few)/ : children > high * 100 + 0.1 ? /^(less|too few)/ : null;
        if (apart && !apart.test(row['In the workforce'])) throw new Error(`${firstOf(row)}: ${row['In the workforce']}, though ${children}% of children lie outside what chance gives`);
    }
}

/** A language that somebody has, found by its name: as many as the measure counts. */
async function findALanguage(walk) {
    const [first] = await csv(walk, '/measures/languages/table.csv');
    await walk.go('/who-can');
    await walk.fill('Language, skill or qualification', firstOf(first));
    await walk.button(/^Find$/);
    await walk.expect(first.Staff === '1' ? '1 member of staff.' : `${Number(first.Staff).toLocaleString('en-GB')} staff.`);
    await walk.expect('Ask through');
    await walk.expect(/, manager/);
    await walk.go('/who-can?for=Serbo-Croatian');
    await walk.expect('Serbo-Croatian may mean Serbian, Croatian');
    await walk.go('/who-can?for=autisim');
    await walk.expect('Nearest to it:');
    await walk.link('Autism');
    await walk.expect('Autism (skill)');
}

async function sheetAndView(walk, [[code, place]]) {
    await walk.go('/locality-sheet');
    await walk.choose('Locality', place);
    await walk.button('Show the sheet');
    await walk.expect('Three questions to discuss');
    const staff = await csv(walk, `/staff/export.csv?locality=${code}&who=working`);
    await walk.expect(`${staff.length.toLocaleString('en-GB')} staff work with children`);
    if (walk.way.scripts) {
        const paper = await walk.printed('locality-sheet');
        if (paper.pages !== 1) throw new Error(`the locality sheet takes ${paper.pages} sides of paper`);
        if (paper.beyond.length) throw new Error(`beyond the paper: ${paper.beyond.join(' ')}`);
        if (/Save this view/.test(paper.text)) throw new Error('the form to save a view is printed');
    }
    await walk.page.locator('summary').filter({ hasText: 'Save this view' }).click();
    await walk.fill('Name of the view', `Sheet of ${place}`);
    await walk.button('Save view');
    await walk.expect('View saved');
    await walk.expect('Three questions to discuss');
    await walk.go('/profile');
    await walk.link(`Sheet of ${place}`);
    await walk.expect('Three questions to discuss');
    await walk.go('/profile');
    await walk.button(`Delete the view Sheet of ${place}`);
    await walk.expect('View deleted');
    if (await walk.page.getByRole('link', { name: `Sheet of ${place}` }).count()) throw new Error('a deleted view is still listed');
}

async function takeAway(walk) {
    await walk.go('/measures/staff');
    const file = await walk.download(/CSV/);
    if (!/text\/csv/.test(file.type) || !/attachment/.test(file.disposition)) throw new Error('the figures are no CSV file');
    const sectors = rowsOf(file.text);
    const who = await csv(walk, '/who-works-here.csv?by=sector');
    for (const row of who) {
        const found = sectors.find((one) => firstOf(one) === firstOf(row));
        if (found && row.Staff !== undefined) same(Number(found.Staff), Number(row.Staff), `staff in ${firstOf(row)}`);
    }
}

export default async function profile(walk, program) {
    await walk.signInAs('Workforce lead');
    const localities = await localitiesOf(walk);
    if (localities.length < 2) throw new Error('the sample has no localities to compare');
    for (const part of ['people', 'ages', 'qualifications', 'skills', 'hours', 'recruitment', 'pay', 'likeness', 'safety']) await walk.go(`/profile/${part}`);
    await walk.go('/compare');
    await levelThree(walk, localities);
    await retirements(walk);
    await evenings(walk, localities);
    await payGaps(walk);
    await likeness(walk, program);
    await findALanguage(walk);
    await sheetAndView(walk, localities);
    await takeAway(walk);
}
