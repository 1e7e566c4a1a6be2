// A plan comes in from a spreadsheet, its actions are tied to findings, the board approves it, whoever is named says from a phone how it goes, and the next year starts from it.
export const name = 'a strategy taken in, approved, carried out and begun again';

const main = (walk) => walk.page.locator('main');
const name_of_plan = 'Plan to try';
const inDays = (days) => new Date(Date.now() + days * 86_400_000);
const iso = (date) => date.toISOString().slice(0, 10);

async function takeIn(walk) {
    await walk.go('/returns/new');
    const lines = ['kind,code,theme,title,objectives,owner,due', `plan,,,${name_of_plan},,,`, 'objective,1,,Children are heard,,,', 'theme,T1,,Skills,,,', 'theme,T2,,Outcome focus,,,',
        `action,A1,T1,Train lead professionals,1,Head of training,${iso(inDays(40))}`, 'action,A2,T1,Audit skills,,,'];
    await walk.attach('File to hand in', 'plan.csv', lines.join('\n'));
    await walk.button('Hand in and check');
    await walk.settle();
    await walk.expect('6 rows read: all can be taken');
    await walk.expect('No owner: it comes in as it is');
    await walk.button(/^Accept/);
    await walk.settle();
    await walk.go('/strategy');
    await walk.link(name_of_plan);
    return walk.path();
}

async function mend(walk, plan) {
    await walk.link('A2 Audit skills');
    await walk.button('Change it');
    await walk.fill('Owner', 'Head of workforce development');
    await walk.page.getByLabel('Who says how it goes').selectOption({ index: 1 });
    const due = inDays(90);
    for (const [part, value] of [['day', due.getDate()], ['month', due.getMonth() + 1], ['year', due.getFullYear()]]) await walk.page.fill(`[name="due_on-${part}"]`, String(value));
    await walk.button('Save');
    await walk.expect('Head of workforce development');
    const action = walk.path();
    await walk.go(`${plan}/measures/new`);
    await walk.fill('What is measured', 'Staff whose skills are known');
    await walk.button('Save');
    await walk.expect('Nothing was counted yet.');
    await walk.go(action);
    await walk.button('Say why it is done');
    await walk.choose('What it serves', '1 Children are heard');
    await walk.fill('Or the address of a finding', '/profile/people');
    await walk.choose('Which measure will show whether it works', 'Staff whose skills are known');
    await walk.button('Tie it');
    await walk.expect('A figure of the workforce profile');
    return action;
}

async function sayHowItGoes(walk, action) {
    await walk.go(action);
    await walk.button('Say how it goes');
    await walk.page.getByLabel('At risk', { exact: true }).check();
    await walk.button('Save');
    await walk.expect('Enter how it goes');
    await walk.expect('Enter the reason for another status');
    await walk.fill('How does it go?', 'Half of the partners have answered.');
    await walk.fill('Why the status is another than the facts propose', 'The other half waits for the summer.');
    await walk.button('Save');
    await walk.expect('The other half waits for the summer.');
}

export default async function strategy(walk) {
    await walk.signInAs('Workforce lead');
    const plan = await takeIn(walk);
    const action = await mend(walk, plan);
    await walk.go(plan);
    await walk.link('Line of sight, and what is missing');
    await walk.expect('2 actions in 1 of 2 themes');
    await walk.expect('Themes without an action: 1');
    await walk.printed('line-of-sight');

    await walk.signInAs('Board member');
    await walk.go(plan);
    await walk.button('Approve it');
    await walk.expect('Approved');
    await walk.signInAs('Workforce lead');
    await walk.go(plan);
    await walk.button('Make it the current one');
    await sayHowItGoes(walk, action);
    await walk.go(plan);
    await walk.expect('1 at risk');
    await walk.button('Begin the next version');
    await walk.expect('version 2');
    await walk.press(main(walk).getByRole('link', { name: 'A2 Audit skills' }).first());
    await walk.expect('It answers');
}
