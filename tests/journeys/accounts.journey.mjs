// Opening the door to a colleague: an account, its one-use code, a role; and closing it again.

export const name = 'an account opened, given a role and closed';

export default async function openAnAccount(walk) {
    await walk.signInAs('Administrator');
    await walk.go('/accounts');
    await walk.button('Open an account');
    await walk.fill('Name', 'Morgan Reed');
    await walk.fill('Email address', 'not an address');
    await walk.button('Open account');
    await walk.expect('There is a problem');
    await walk.fill('Email address', 'morgan@westmere.example');
    await walk.button('Open account');
    await walk.expect('This code is shown only now');
    const code = /([0-9a-z]{4}-){3}[0-9a-z]{4}/.exec(await walk.page.locator('main').innerText())[0];

    await walk.link('Go on to give the account a role');
    await walk.button('Give a role');
    await walk.link('Data steward');
    await walk.choose('Organisation', 'Alder Gate Nursery');
    await walk.button('Give role');
    await walk.expect('Alder Gate Nursery');
    const account = walk.path();

    await walk.page.context().clearCookies();
    await walk.go('/sign-in/code');
    await walk.fill('Email address', 'morgan@westmere.example');
    await walk.fill(/code/i, code);
    await walk.fill(/password/i, 'pony lamp river');
    await walk.button(/^Save password/);
    await walk.expect('Hand in a return');

    await walk.signInAs('Administrator');
    await walk.go(account);
    await walk.button('Close account');
    await walk.button('Close account');
    await walk.expect('Closed');
}
