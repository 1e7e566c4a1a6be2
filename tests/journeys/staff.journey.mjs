// Looking: from the staff list to one record and its history, finding someone by name, and who works here, filtered and taken away.

export const name = 'staff records, search and who works here';

async function findSomeone(walk) {
    await walk.go('/staff');
    await walk.expect('staff records within your reach');
    const row = walk.page.getByRole('row').filter({ hasText: /[A-Z]+\d\d-\d+/ }).first();
    const person = (await row.getByRole('link').first().innerText()).trim();
    const reference = /[A-Z]+\d\d-\d+/.exec(await row.innerText())[0];
    await walk.press(row.getByRole('link').first());
    await walk.expect(person);
    await walk.expect(reference);
    await walk.expect('Engagements');
    await walk.expect('History');
    await walk.expect('Record added');

    await walk.go('/staff');
    await walk.fill('Name or staff reference', person.split(' ')[1]);
    await walk.button(/^Search$/);
    await walk.expect(person);
    if (walk.page.url().includes(person.split(' ')[1])) throw new Error(`a search for a person stands in the address ${walk.path()}`);
    await walk.fill('Name or staff reference', reference);
    await walk.button(/^Search$/);
    await walk.link(person);
    await walk.expect(reference);

    await walk.go('/staff');
    await walk.fill('Name or staff reference', 'Zzyzx');
    await walk.button(/^Search$/);
    await walk.expect('Nobody within your reach');
}

/** The number of staff in the sentence above the figures. */
async function staffOf(walk) {
    return Number(/([\d,]+) staff\b/.exec(await walk.page.locator('main').innerText())[1].replace(',', ''));
}

async function countThem(walk) {
    await walk.go('/who-works-here');
    const everyone = await staffOf(walk);
    await walk.page.getByLabel('Education', { exact: true }).check();
    await walk.choose('Side by side', 'Locality');
    await walk.button('Apply filters');
    if (!/sector=education/.test(walk.path())) throw new Error(`the filter is not in the address ${walk.path()}`);
    if (!(await walk.page.getByLabel('Education', { exact: true }).isChecked())) throw new Error('the filter is forgotten');
    const some = await staffOf(walk);
    if (!(some > 0 && some < everyone)) throw new Error(`${some} of ${everyone} staff are in education`);
    await walk.expect('Northgate');
    const file = await walk.download(/CSV/);
    if (!/text\/csv/.test(file.type) || !/attachment/.test(file.disposition)) throw new Error('the figures are no CSV file');
    if (!file.text.includes('Northgate')) throw new Error(`the file of figures lacks a locality: ${file.text.slice(0, 400)}`);

    await walk.page.getByLabel('Day', { exact: true }).fill('31');
    await walk.page.getByLabel('Month', { exact: true }).fill('2');
    await walk.button('Apply filters');
    await walk.expect('There is a problem');
}

export default async function lookForStaff(walk) {
    await walk.signInAs('Workforce lead');
    await findSomeone(walk);
    await countThem(walk);
}
