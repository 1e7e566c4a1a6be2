// Upkeep by hand: a manager goes through the list of a small provider, adds someone, and takes a wrong return back; a school mends its file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const name = 'upkeep by hand, mending from the annotated file, undo of a wrong return';

/** The steward's own return from the sample, as [columns, rows of cells]. */
function ownReturn(program) {
    const folder = join(program.folder, 'files');
    const text = readdirSync(folder).filter((one) => /-staff/.test(one)).map((one) => readFileSync(join(folder, one), 'utf8')).filter((one) => /staff_reference/.test(one) && /PRI03-\d/.test(one)).sort((a, b) => b.length - a.length)[0];
    const [header, ...lines] = text.trimEnd().split(/\r?\n/);
    return [header.replace(/^\ufeff/, '').split(','), lines.map((line) => line.split(','))];
}

const asText = (columns, rows) => [columns, ...rows].map((row) => row.join(',')).join('\r\n') + '\r\n';

/** Today, which no job that runs today begins after. */
function today() {
    const now = new Date();
    return [now.getDate(), now.getMonth() + 1, now.getFullYear()].map(String);
}

async function day(walk, group, [d, m, y]) {
    const boxes = walk.page.getByRole('group', { name: group }).last();
    await boxes.getByLabel('Day', { exact: true }).fill(d);
    await boxes.getByLabel('Month', { exact: true }).fill(m);
    await boxes.getByLabel('Year', { exact: true }).fill(y);
}

async function addAPerson(walk) {
    await walk.go('/');
    await walk.link('Add a person');
    await walk.button('See what changes');
    await walk.expect('There is a problem');
    await walk.fill('Given name', 'Wren');
    await walk.fill('Family name', 'Example');
    await walk.choose('Role', 'Teacher');
    await walk.choose('Contract', 'Permanent');
    await walk.fill('Full-time equivalent', '0.6');
    await day(walk, 'First day of the job', today());
    await walk.button('See what changes');
    await walk.expect('Check before you save');
    await walk.expect('New staff records: 1');
    await walk.button('Save');
    await walk.expect('The person is added');
    await walk.link('Add training');
    await walk.choose('Training', 'Paediatric first aid');
    await day(walk, 'When it was done', today());
    await walk.button('See what changes');
    await walk.expect('Training Paediatric first aid');
    await walk.button('Save');
    await walk.expect('It is added');
}

async function goThroughTheList(walk) {
    await walk.go('/staff/confirm');
    await walk.expect('counts as a return');
    const groups = walk.page.getByRole('radio', { name: 'Still right' });
    const people = await groups.count();
    for (let at = 0; at < people; at++) await groups.nth(at).check();
    await walk.page.getByRole('radio', { name: 'Has changed' }).first().check();
    await walk.button('See what changes');
    await walk.expect('Everyone stays as they are');
    await walk.button('Save');
    await walk.expect('Now say what has changed');
    await walk.link(/^Change the record of/);
    await walk.expect('Change a staff record');
    await walk.page.locator('a[href*="/change/hours"]').click();
    await walk.settle();
    await walk.fill('Full-time equivalent', '0.45');
    await day(walk, 'From which day does the change hold?', today());
    await walk.button('See what changes');
    await walk.expect('becomes 0.45');
    await walk.button('Save');
    await walk.expect('The change is saved');
}

async function handIn(walk, file, text, full = false) {
    await walk.go('/returns/new');
    await walk.attach('File to hand in', file, text);
    await walk.page.getByRole('radio', { name: full ? 'Yes, everyone' : 'No, only some people' }).check();
    await walk.button('Hand in and check');
    await walk.settle();
}

/** The file handed back, mended where it says so and otherwise left as it is, with its column of what to mend. */
function mended(text, columns) {
    const [header, ...lines] = text.replace(/^\ufeff/, '').trimEnd().split(/\r?\n/);
    if (!header.endsWith('What to mend')) throw new Error(`the file handed back has no column of what to mend: ${header}`);
    if (!lines.some((line) => /The FTE must be/.test(line) && /wizard/.test(line))) throw new Error('the file handed back does not say what to mend in the row that is wrong');
    return [header, ...lines.map((line) => {
        const cells = line.split(',');
        if (/The FTE must be/.test(line)) cells[columns.indexOf('fte')] = '0.5';
        if (/wizard/.test(line)) cells[columns.indexOf('role')] = 'teacher';
        return cells.join(',');
    })].join('\r\n') + '\r\n';
}

async function mendFromTheAnnotatedFile(walk, columns, rows) {
    const faulty = rows.map((row) => [...row]);
    faulty[0][columns.indexOf('fte')] = '7';
    faulty[0][columns.indexOf('role')] = 'wizard';
    await handIn(walk, 'staff-autumn.csv', asText(columns, faulty));
    const annotated = await walk.download(/what to mend/);
    await handIn(walk, 'staff-autumn-mended.csv', mended(annotated.text, columns));
    const page = await walk.page.locator('main').innerText();
    if (/The FTE must be|wizard/.test(page)) throw new Error('what was mended is still found');
    await walk.expect('What accepting would do');
    await walk.expectWithin('0.5');
    await walk.button(/^Accept /);
    await walk.settle();
    await walk.expect('What accepting did');
}

async function undoAWrongReturn(walk, columns, rows) {
    await handIn(walk, 'only-three.csv', asText(columns, rows.slice(0, 3)), true);
    await walk.expect('Jobs that the file leaves out');
    await walk.button(/^Accept /);
    await walk.expect('Select the box to confirm');
    await walk.page.getByRole('checkbox').first().check();
    await walk.button(/^Accept /);
    await walk.settle();
    await walk.link('Undo this return');
    await walk.fill('Why are you undoing it?', 'The file was short');
    await walk.button('Undo this return');
    await walk.expect('The return is undone');
}

export default async function keepUp(walk, program) {
    await walk.signInAs('Data steward');
    const [columns, rows] = ownReturn(program);
    await addAPerson(walk);
    await goThroughTheList(walk);
    await mendFromTheAnnotatedFile(walk, columns, rows);
    await undoAWrongReturn(walk, columns, rows);
}
