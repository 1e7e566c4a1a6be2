// The main job: a steward hands in a bad file and mends it, sees what would change, accepts, looks, and undoes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const name = 'a return from file to register and back';

/** The steward's school's own return from the sample, as [header, lines]. */
function ownReturn(program) {
    const folder = join(program.folder, 'files');
    const file = readdirSync(folder).filter((one) => /-staff/.test(one)).map((one) => readFileSync(join(folder, one), 'utf8')).filter((text) => /staff_reference/.test(text) && /PRI03-\d/.test(text)).sort((a, b) => b.length - a.length)[0];
    const [header, ...lines] = file.trimEnd().split(/\r?\n/);
    return [header.replace(/^\ufeff/, ''), lines];
}

async function handIn(walk, file, text) {
    await walk.go('/returns/new');
    await walk.attach('File to hand in', file, text);
    await walk.button('Hand in and check');
    await walk.settle();
}

/** The file that came back says in each row what to mend; mended there, it is handed in as it is. */
async function mendAndHandInAgain(walk, annotated, right) {
    const line = annotated.text.split('\n').find((one) => /NEW-1/.test(one));
    if (!/What to mend/.test(annotated.text.split('\n')[0]) || !/not a day of the calendar/.test(line)) throw new Error(`the file does not say what to mend: ${line}`);
    const mended = line.replace('wizard', right.role).replace('31/02/2026', right.start_date).replace(',7,', ',0.7,');
    await handIn(walk, 'mended.csv', annotated.text.replace(line, mended));
    await walk.expect('2 rows read: all can be taken');
    await walk.expect('What accepting would do');
    await walk.button('Withdraw this return');
}

export default async function handInAReturn(walk, program) {
    await walk.signInAs('Data steward');
    await walk.go('/returns');
    await walk.button('Hand in a return');
    await walk.button('Hand in and check');
    await walk.expect('Select the file to hand in');

    await walk.attach('File to hand in', 'photo.csv', '\u0000\u0001\u0002 not a table');
    await walk.button('Hand in and check');
    await walk.settle();

    const [header, lines] = ownReturn(program);
    const columns = header.split(',');
    const cells = lines[0].split(',');
    const with_ = (changes) => columns.map((column, at) => changes[column] ?? cells[at]).join(',');
    const faulty = [header, with_({ staff_reference: 'NEW-1', fte: '7', start_date: '31/02/2026', role: 'wizard' }), with_({ staff_reference: 'NEW-3', engagement_reference: '', national_insurance_number: '' })].join('\r\n');
    await handIn(walk, 'faulty.csv', faulty + '\r\n');
    await walk.expect('Findings by rule');
    await walk.link('See every finding');
    await walk.page.goBack();
    const findings = await walk.download('Download the findings (CSV)');
    if (!/rule/.test(findings.text.split('\n')[0]) || !/attachment/.test(findings.disposition)) throw new Error('the findings are no CSV file');
    const annotated = await walk.download(/^Download your file, in its own format/);
    await walk.button('Withdraw this return');
    await mendAndHandInAgain(walk, annotated, { role: cells[columns.indexOf('role')], start_date: cells[columns.indexOf('start_date')] });

    const good = [header, ...lines, with_({ staff_reference: 'NEW-2', engagement_reference: '', national_insurance_number: '' })].join('\r\n');
    await handIn(walk, 'staff.csv', good + '\r\n');
    await walk.expect('What accepting would do');
    await walk.button(/^Accept /);
    await walk.settle();
    await walk.expect('What accepting did');

    await walk.link('Undo this return');
    await walk.button('Undo this return');
    await walk.fill('Why are you undoing it?', 'The file was last month\'s');
    await walk.button('Undo this return');
    await walk.settle();
    await walk.expect('Undone');
}
