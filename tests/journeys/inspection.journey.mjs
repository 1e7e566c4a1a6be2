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

async function handIn(walk, name, text) {
    await walk.go('/returns/new');
    await walk.attach('File to hand in', name, text);
    await walk.button('Hand in and check');
    await walk.settle();
    await walk.button(/^Accept /);
    await walk.settle();
    await walk.expect('What accepting did');
}

/** The record of checks of the steward's own setting, by its link in the list. */
async function openTheRecord(walk) {
    await walk.go('/checks');
    const place = walk.page.locator('main').getByRole('row').nth(1).getByRole('link').first();
    const setting = (await place.innerText()).trim();
    await walk.press(place);
    await walk.link('Everyone of this organisation');
    return setting.split(',')[0];
}

/** Three new teaching assistants of the steward's school, taken in without any check. */
const people = ['INS-1', 'INS-2', 'INS-3'].map((reference, at) => ({ reference, given: 'Ash', family: ['Lark', 'Moor', 'Wren'][at], started: '01/09/2026' }))
    .map((one) => ({ ...one, name: `${one.given} ${one.family}` }));

async function handInPeople(walk) {
    const rows = people.map((one, at) => `${one.reference},${one.family},${one.given},0${at + 1}/02/1990,teaching_assistant,permanent,1,${one.started}`);
    await handIn(walk, 'new-staff.csv', ['staff_reference,family_name,given_name,date_of_birth,role,contract,fte,start_date', ...rows].join('\r\n') + '\r\n');
}

export default async function printForAnInspector(walk) {
    await walk.signInAs('Data steward');
    await handInPeople(walk);
    await handIn(walk, 'checks.csv', factsOf(people));

    const setting = await openTheRecord(walk);
    await walk.expect(/Of \d+ people, \d+ may work, 1 may work supervised and 1 may not work/);
    const { text, pages, beyond } = await walk.printed(`record-of-checks-${walk.way.scripts ? 'wide' : 'phone'}`);
    for (const words of [setting, 'Record of checks', 'As recorded in Kith on', 'May not work, and why', `${people[1].name}: Criminal record: not back yet`, `${people[2].name}: Children's barred list: missing`, 'May work supervised only, and why',
        'How this is decided', 'someone may start supervised if the barred list was checked', people[0].started, ...people.map((one) => one.name)]) {
        if (!text.includes(words)) throw new Error(`the printout does not say ${words}; it says:\n${text.slice(0, 3000)}`);
    }
    for (const words of ['Skip to main content', 'Sign out', 'Cookies', 'Back', 'http://', '/staff/']) {
        if (text.includes(words)) throw new Error(`the printout shows what is for the screen only: ${words}\n${text.slice(0, 3000)}`);
    }
    const table = text.slice(text.lastIndexOf('May work?'));
    for (const word of ['Identity', 'Criminal', 'barred', 'Prohibition', 'Risk']) if (!table.includes(word)) throw new Error(`the printed table lacks the column with ${word}`);
    if (beyond.length) throw new Error(`the paper cuts off: ${beyond.slice(0, 8).join(', ')}`);
    if (pages > 5) throw new Error(`seventeen people's checks take ${pages} pages`);
    await walk.expect(people[0].name);
}
