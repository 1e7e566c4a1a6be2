// Sharing: a steward lets another organisation see some parts of their staff records, looks at the agreement, and ends it.

export const name = 'a sharing agreement is made, seen and ended';

async function makeOne(walk) {
    await walk.go('/sharing');
    await walk.button('Make an agreement');
    await walk.button('Make the agreement');
    await walk.expect('There is a problem');
    await walk.page.getByLabel('Who may see them?').selectOption({ index: 2 });
    await walk.page.getByLabel('Training', { exact: true }).check();
    await walk.page.getByLabel('Checks', { exact: true }).check();
    await walk.fill('What for?', 'To plan joint safeguarding training');
    await walk.button('Make the agreement');
    await walk.expect('Sharing agreement made');
    await walk.expect('Training; Checks');
    await walk.expect('In force');
}

export default async function share(walk) {
    await walk.signInAs('Data steward');
    await makeOne(walk);
    await walk.button('End this agreement');
    await walk.expect('will at once no longer see');
    await walk.button('End the agreement');
    await walk.expect('Sharing agreement ended');
    await walk.expect('Ended');
    await walk.go('/sharing');
    await walk.expect('in force today');

    await walk.signInAs('Practitioner');
    await walk.go('/my-record');
    await walk.expect('holds about you');
    await walk.expect('History of your record');
}
