// A steward hands in a payroll extract for the first time: Kith asks what the columns mean, shows what it makes of it, and knows it next time.
export const name = 'a payroll extract mapped, handed in, and known the next time';

const header = 'Pay No,Employee Name,DOB,NI No,Post,Basis,Hrs,Started,Left,Tax Code';
const rows = [
    '"P-9001","Example, Ann",23/04/1984,,Teaching assistant,Perm,37,01/09/2019,,1257L',
    '"P-9002","Sample, Bob",03/04/1990,,Learning mentor,Perm,18.5,15/01/2021,,1257L',
    '"P-9003","Model, Cy",17/11/1979,,Cook,Casual,10,06/05/2022,,1257L',
];

async function handIn(walk, lines) {
    await walk.go('/returns/new');
    await walk.attach('File to hand in', 'payroll.csv', lines.join('\r\n') + '\r\n');
    await walk.button('Hand in and check');
    await walk.settle();
}

async function findInTheRegister(walk, reference, words) {
    await walk.go('/staff');
    await walk.fill('Name or staff reference', reference);
    await walk.button(/^Search$/);
    await walk.press(walk.page.getByRole('row').filter({ hasText: reference }).getByRole('link').first());
    for (const one of words) await walk.expect(one);
}

export default async function mapAnExtract(walk) {
    await walk.signInAs('Data steward');
    await handIn(walk, [header, ...rows]);
    await walk.expect('tell it once what the columns mean');
    await walk.button('Say what the columns mean');
    await walk.expect('What the values mean');
    await walk.expect('From its name');

    await walk.choose('What Tax Code means', 'First day of the job (needed)');
    await walk.button('Show what Kith makes of it');
    await walk.expect('Two columns are mapped to First day of the job');
    await walk.choose('What Tax Code means', 'Leave this column out');
    await walk.choose('What Cook becomes', 'Leave these rows out, and say so');
    await walk.button('Show what Kith makes of it');
    await walk.expect('What Kith makes of it');
    await walk.expect('The first rows as Kith understands them');
    await walk.expect('1 row that the mapping leaves out');

    await walk.fill('Name of this layout', `Payroll ${Date.now()}`);
    await walk.button('Save and check the file');
    await walk.settle();
    await walk.expect('What accepting would do');
    await walk.expect('version 1');
    await walk.button(/^Accept /);
    await walk.settle();
    await walk.expect('What accepting did');
    await findInTheRegister(walk, 'P-9002', ['Bob Sample', 'Learning mentor', '0.5']);

    await handIn(walk, [header, ...rows]);
    await walk.expect('Nothing to change');
    await handIn(walk, [header, ...rows.slice(0, 1), rows[1].replace('18.5', '29.6')]);
    await walk.expect('What accepting would do');
    await walk.expectWithin('0.8');
    await walk.button('Withdraw this return');

    await handIn(walk, [header.replace('Hrs', 'Weekly hrs paid'), ...rows]);
    await walk.expect('Weekly hrs paid');
    await walk.button('Say what the columns mean');
    await walk.expect('its columns have changed');
    await walk.expect('New columns');
    await walk.go('/mappings');
    await walk.link(/^Payroll/);
    await walk.expect('History');
    await walk.button('Retire this layout');
    await walk.expect('Retired');
}
