// Someone asks what is held about them, has it printed and as a file, and has it erased; the chain of the register is still whole.
export const name = 'what is held about someone, erased, and the chain verified';

async function firstPerson(walk) {
    await walk.go('/staff');
    const row = walk.page.getByRole('row').filter({ hasText: /PRI03-\d/ }).first();
    const [person, reference] = [(await row.getByRole('link').first().innerText()).trim(), /PRI03-\d+/.exec(await row.innerText())[0]];
    return { person, reference };
}

async function giveWhatIsHeld(walk, { person, reference }) {
    await walk.go('/');
    await walk.link('What is held about someone');
    await walk.fill('Staff reference', 'NOBODY-1');
    await walk.button('Show what is held');
    await walk.expect('There is a problem');
    await walk.fill('Staff reference', reference);
    await walk.button('Show what is held');
    await walk.expect('everything that is held about this person');
    await walk.expect('Who has looked at this record');
    const { text } = await walk.printed(`held-${walk.way.scripts ? 'wide' : 'phone'}`);
    for (const words of [person, reference, 'Date of birth', 'Engagements', 'pri03-staff.csv', 'Who has looked at this record'])
        if (!text.includes(words)) throw new Error(`the printout does not say ${words}; it says:\n${text.slice(0, 3000)}`);
    for (const words of ['Download', 'Erase this person', 'Sign out', 'No longer listed'])
        if (text.includes(words)) throw new Error(`the printout shows ${words}`);
    const table = await walk.download(/as a table/);
    const whole = JSON.parse((await walk.download(/for another program/)).text);
    if (!table.text.includes(reference) || !/attachment/.test(table.disposition)) throw new Error('the table of what is held is no file of it');
    if (!JSON.stringify(whole).includes(reference)) throw new Error('the file for another program lacks the record');
    return text;
}

async function erase(walk) {
    await walk.link('Erase this person');
    await walk.button('Erase for good');
    await walk.expect('There is a problem');
    await walk.page.getByRole('radio', { name: 'Everything' }).check();
    await walk.page.getByRole('radio', { name: 'The person asked for it' }).check();
    await walk.fill('Who decided, and when', 'The head of personnel, today');
    await walk.page.getByRole('checkbox').first().check();
    await walk.button('Erase for good');
    await walk.expect(/Erased: \d+ values, \d+ files?/);
    await walk.expect('The head of personnel, today');
}

export default async function accessAndErasure(walk, program) {
    const chain = () => program.say('audit', 'verify');
    const before = chain();
    await walk.signInAs('Data steward');
    const one = await firstPerson(walk);
    await giveWhatIsHeld(walk, one);
    const held = walk.path();
    await erase(walk);

    await walk.go(held, { status: 404 });
    await walk.go('/staff');
    await walk.fill('Name or staff reference', one.reference);
    await walk.button(/^Search$/);
    await walk.expect('Nobody within your reach');
    await walk.go('/erasures');
    const journal = await walk.page.locator('main').innerText();
    for (const words of [one.reference, one.person]) if (journal.includes(words)) throw new Error('the journal of erasures still names the person');

    const after = chain();
    if (!/whole|valid|verif|hold/i.test(after)) throw new Error(`kith audit verify says: ${after}`);
    if (after === before) throw new Error('the chain did not grow by the erasure');
}
