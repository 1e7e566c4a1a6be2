// A draft is opened for comments, the board reads its papers from a phone and decides, the money is written down, and the annual report is published for anyone to read.
export const name = 'a draft consulted on, a board that decides, a report published';

const day = (days) => new Date(Date.now() + days * 86_400_000);
const iso = (date) => date.toISOString().slice(0, 10);
const plan_name = 'Plan to consult on';

async function fillDay(walk, name, date) {
    for (const [part, value] of [['day', date.getDate()], ['month', date.getMonth() + 1], ['year', date.getFullYear()]]) await walk.page.fill(`[name="${name}-${part}"]`, String(value));
}

async function begin(walk) {
    await walk.go('/returns/new');
    const lines = ['kind,code,theme,title,objectives,owner,due', `plan,,,${plan_name},,,`, 'objective,1,,Children are heard,,,', 'theme,T1,,Skills,,,', `action,A1,T1,Train lead professionals,1,Head of training,${iso(day(40))}`];
    await walk.attach('File to hand in', 'plan.csv', lines.join('\n'));
    await walk.button('Hand in and check');
    await walk.settle();
    await walk.button(/^Accept/);
    await walk.settle();
    await walk.go('/strategy');
    await walk.link(plan_name);
    return walk.path();
}

async function consult(walk, plan) {
    await walk.go(`${plan}/consultations/new`);
    await walk.fill('What is asked', 'Is this what children here need?');
    await walk.button('Save');
    await walk.expect('0 comments');
    const desk = walk.path();
    const out = `/consultations/${desk.split('/').pop()}`;
    await walk.go(out);
    await walk.choose('What part is it about?', 'T1 Skills');
    await walk.choose('As whom do you speak?', 'A parent or carer');
    await walk.button('Send it');
    await walk.expect('Enter your comment');
    await walk.fill('Your comment', 'Courses at weekends, please.');
    await walk.button('Send it');
    await walk.expect('Your comment was kept.');
    await walk.go(desk);
    await walk.expect('Courses at weekends, please.');
    await walk.button('Say what was done about it');
    await walk.fill('What was said', 'Courses at weekends');
    await walk.fill('What was done about it', 'Two a year are at weekends now.');
    await walk.button('Save');
    await walk.go(out);
    await walk.expect('Two a year are at weekends now.');
}

async function meet(walk) {
    await walk.go('/boards/new');
    await walk.fill('Name', 'Board to try');
    await walk.choose('Which plan it steers', plan_name);
    await walk.button('Save');
    const board = walk.path();
    await walk.button('Add a seat');
    await walk.fill('Role', 'Director of nursing');
    await walk.button('Save');
    await walk.expect('1 seat: 1 member.');
    await walk.button('Plan a meeting');
    await fillDay(walk, 'held_on', day(0));
    await walk.button('Save');
    const meeting = walk.path();
    await walk.button('Add to the agenda');
    await walk.fill('What it is about', 'Who pays the trainers');
    await walk.choose('What is wanted', 'A decision');
    await walk.choose('Which theme it is about', 'T1 Skills');
    await walk.button('Save');
    const item = walk.path();
    await walk.button('Add an option');
    await walk.fill('Option', 'Each partner its own');
    await walk.fill('Benefits', 'Fair');
    await walk.button('Save');
    await walk.go(meeting);
    await walk.button('Papers');
    await walk.expect('1 decision is wanted');
    await walk.printed('papers');
    await walk.signInAs('Board member');
    await walk.go(item);
    await walk.choose('Which option was chosen', 'Each partner its own');
    await walk.fill('What was decided', 'Each partner pays its own trainers.');
    await walk.button('Record it');
    await walk.expect('Each partner pays its own trainers.');
    await walk.go(board);
    await walk.expect('Meetings to come');
}

async function approve(walk, plan) {
    await walk.go(plan);
    await walk.button('Approve it');
    await walk.expect('Approved');
}

async function report(walk, plan) {
    await walk.signInAs('Workforce lead');
    await walk.go(`${plan}/money/funds/new`);
    await walk.fill('Name', 'Trainers\' grant');
    await fillDay(walk, 'ends_on', day(10));
    await walk.button('Save');
    await walk.go(`${plan}/money/lines/new`);
    await walk.fill('Heading', 'Trainers');
    await walk.choose('Which fund pays', 'Trainers\' grant');
    await walk.choose('For which action', 'A1 Train lead professionals');
    await walk.fill('Planned', '20,000');
    await walk.button('Save');
    await walk.expect('before "A1 Train lead professionals" is due');
    await walk.go(`${plan}/reports/new`);
    await walk.button('Save');
    await walk.expect('Missing: the plan has no measures');
    const draft = walk.path();
    await walk.go(`${draft}/words/summary`);
    await walk.page.fill('textarea', 'A year of beginnings.');
    await walk.button('Save');
    await walk.go(draft);
    await walk.button('Publish it');
    await walk.expect('and it will say so');
    await walk.button('Publish it for good');
    await walk.expect('it has not changed since');
    await walk.expect('A year of beginnings.');
    await walk.expect('BLAKE2b');
    await walk.printed('annual-report');
    await walk.go('/annual-reports');
    await walk.expect('annual report');
}

export default async function board(walk) {
    await walk.signInAs('Workforce lead');
    const plan = await begin(walk);
    await consult(walk, plan);
    await meet(walk);
    await approve(walk, plan);
    await report(walk, plan);
}
