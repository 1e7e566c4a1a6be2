// The browser's own buttons: back to what was found, reload of a review, reload of what was shown once, a form sent again after it was dealt with.

export const name = 'back and reload: search, reviews, forms dealt with';

async function gone(walk, way) {
    const reply = await walk.page[way]();
    if (reply && reply.status() >= 400) throw new Error(`${way} to ${walk.path()} answered ${reply.status()}`);
    await walk.page.waitForLoadState('load');
    await walk.look();
}

async function backToWhatWasFound(walk) {
    await walk.go('/staff');
    await walk.fill('Name or staff reference', 'zz');
    await walk.button(/^Search$/);
    await walk.expect('Nobody within your reach');
    await walk.fill('Name or staff reference', 'a');
    await walk.button(/^Search$/);
    const found = walk.page.getByRole('row').getByRole('link').first();
    const person = (await found.innerText()).trim();
    if (/=a(&|$)/.test(walk.path())) throw new Error(`what was searched for stands in the address ${walk.path()}`);
    await walk.press(found);
    await walk.expect('Engagements');
    await gone(walk, 'goBack');
    await walk.expect(person);
    await gone(walk, 'reload');
    await walk.expect(person);
    await gone(walk, 'goBack');
    await walk.expect('Nobody within your reach');
    await walk.go('/staff/search?shown=what-is-no-longer-kept');
    await walk.expect('no longer kept');
}

async function fillIn(walk) {
    const now = new Date();
    await walk.fill('Given name', 'Wren');
    await walk.fill('Family name', 'Again');
    await walk.choose('Role', 'Teacher');
    await walk.choose('Contract', 'Permanent');
    await walk.fill('Full-time equivalent', '0.6');
    const boxes = walk.page.getByRole('group', { name: 'First day of the job' }).last();
    await boxes.getByLabel('Day', { exact: true }).fill(String(now.getDate()));
    await boxes.getByLabel('Month', { exact: true }).fill(String(now.getMonth() + 1));
    await boxes.getByLabel('Year', { exact: true }).fill(String(now.getFullYear()));
}

async function reviewAgain(walk) {
    await walk.go('/staff/new');
    await walk.button('See what changes');
    await walk.expect('There is a problem');
    await walk.page.reload();  // answers 422, as it did before
    await walk.expect('There is a problem');
    await fillIn(walk);
    await walk.button('See what changes');
    await walk.expect('Check before you save');
    await gone(walk, 'reload');
    await walk.expect('New staff records: 1');
    await walk.button('Change what I entered');
    if ((await walk.page.getByLabel('Family name').inputValue()) !== 'Again') throw new Error('what was entered is forgotten');
    await walk.fill('Given name', 'Robin');
    await walk.button('See what changes');
    await walk.expect('Check before you save');
    await walk.button('Save');
    await walk.expect('The person is added');
    const there = walk.path();
    await gone(walk, 'reload');
    await gone(walk, 'goBack');
    await walk.expect('Check before you save');
    await walk.button('Save');
    if (walk.path() !== there) throw new Error(`a form that was dealt with led to ${walk.path()}, not to ${there}`);
    await walk.go('/staff');
    await walk.fill('Name or staff reference', 'Robin Again');
    await walk.button(/^Search$/);
    await walk.expect('1 result');
}

async function shownOnce(walk) {
    await walk.signInAs('Administrator');
    await walk.go('/accounts/new');
    await walk.fill('Name', 'Morgan Again');
    await walk.fill('Email address', 'again@westmere.example');
    await walk.button('Open account');
    await walk.expect('This code is shown only now');
    await walk.page.reload();
    await walk.expect('This was shown once');
    await walk.look();
    await walk.link('Reset the account for a new code');
    await walk.expect('Reset this account');
}

async function signedOutMeanwhile(walk) {
    await walk.signInAs('Data steward');
    await walk.go('/staff/new');
    await walk.page.context().clearCookies();
    await walk.button('See what changes');
    await walk.expect('You are signed out');
    await walk.link('Sign in and go back to the form');
    await walk.button('Data steward');
    await walk.expect('Add a person');
}

export default async function goBackAndAgain(walk) {
    await walk.signInAs('Data steward');
    await backToWhatWasFound(walk);
    await reviewAgain(walk);
    await shownOnce(walk);
    await signedOutMeanwhile(walk);
}
