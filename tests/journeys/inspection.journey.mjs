// An inspector is in the hall: the steward gives the checks of three people, opens the record of checks of the setting, and prints it.
export const name = 'the record of checks printed for an inspector';

/** Checks of three people, done on the day each began: one has every check, one waits for the certificate, one lacks the barred list. */
function factsOf([whole, waiting, short]) {
    const check = ({ reference, started }, code, outcome = '') => `${reference},check,${code},${outcome},${started}`;
    const checks = (person, codes) => codes.map((code) => check(person, code));
    const everyone = ['identity', 'right_to_work', 'references', 'barred_list'];
    return ['staff_reference,kind,code,detail,on',
        ...checks(whole, [...everyone, 'criminal_record', 'prohibition', 'required_qualification', 'childcare_disqualification']),
        ...checks(waiting, [...everyone, 'prohibition', 'required_qualification', 'childcare_disqualification', 'risk_assessment']),
        check(waiting, 'criminal_record', 'pending'),
        ...checks(short, ['identity', 'right_to_work', 'references', 'criminal_record'])].join('\r\n') + '\r\n';
}

async function handInChecks(walk, facts) {
    await walk.go('/returns/new');
    await walk.attach('File to hand in', 'checks.csv', facts);
    await walk.button('Hand in and check');
    await walk.settle();
    await walk.button(/^Accept /);
    await walk.settle();
    await walk.expect('What accepting did');
}

async function cellsOf(walk, path) {
    await walk.go(path);
    return (await walk.page.getByRole('row').allInnerTexts()).map((row) => row.split('\t').map((cell) => cell.trim()));
}

/** The record of checks of the steward's own setting, by its link in the list. */
async function openTheRecord(walk) {
    await walk.go('/checks');
    const place = walk.page.locator('main').getByRole('row').nth(1).getByRole('link').first();
    const setting = (await place.innerText()).trim();
    await walk.press(place);
    return setting;
}

/** Three teaching assistants, as the staff list and the record of checks name them. */
async function peopleOf(walk) {
    const listed = (await cellsOf(walk, '/staff')).filter((row) => row[1] === 'Teaching assistant').slice(0, 3);
    await openTheRecord(walk);
    const record = await cellsOf(walk, walk.path());
    return listed.map((row) => ({ name: row[0], reference: row.at(-1), started: record.find((one) => one[0] === row[0])[2] }));
}

export default async function printForAnInspector(walk) {
    await walk.signInAs('Data steward');
    const people = await peopleOf(walk);
    if (people.length !== 3) throw new Error('the sample has not three teaching assistants in the steward\'s school');
    await handInChecks(walk, factsOf(people));

    const setting = await openTheRecord(walk);
    await walk.expect('1 may work, 1 may start supervised and 12 may not start');
    const { text, pages, beyond } = await walk.printed(`record-of-checks-${walk.way.scripts ? 'wide' : 'phone'}`);
    for (const words of [setting, 'Record of checks', 'As recorded in Kith on', 'May not start, and why', `${people[1].name}: Criminal record: not back yet`, `${people[2].name}: Children's barred list: missing`, 'May start supervised only, and why',
        'How this is decided', 'someone may start supervised if the barred list was checked', people[0].started, ...people.map((one) => one.name)]) {
        if (!text.includes(words)) throw new Error(`the printout does not say ${words}; it says:\n${text.slice(0, 3000)}`);
    }
    for (const words of ['Skip to main content', 'Sign out', 'Cookies', 'Back', 'http://', '/staff/']) {
        if (text.includes(words)) throw new Error(`the printout shows what is for the screen only: ${words}\n${text.slice(0, 3000)}`);
    }
    const table = text.slice(text.lastIndexOf('May work?'));
    for (const word of ['Identity', 'Criminal', 'barred', 'Prohibition', 'Risk']) if (!table.includes(word)) throw new Error(`the printed table lacks the column with ${word}`);
    if (beyond.length) throw new Error(`the paper cuts off: ${beyond.slice(0, 8).join(', ')}`);
    if (pages > 4) throw new Error(`fourteen people's checks take ${pages} pages`);
    await walk.expect(people[0].name);
}
