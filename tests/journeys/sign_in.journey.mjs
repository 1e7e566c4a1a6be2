// Coming in and going out: a wrong password, a page that wants one signed in, signing out for good.

export const name = 'signing in and out';

export default async function signInAndOut(walk) {
    await walk.page.goto(`${walk.base}/account`);
    if (!walk.path().startsWith('/sign-in')) throw new Error(`/account led a stranger to ${walk.path()}`);
    await walk.look();

    await walk.fill('Email address', 'lead@westmere.example');
    await walk.fill('Password', 'not the password of anyone');
    await walk.button(/^Sign in$/);
    if (!(await walk.page.title()).startsWith('Error: ')) throw new Error(`a wrong password leads to the title ${await walk.page.title()}`);

    await walk.signInAs('Workforce lead');
    await walk.expect('Westmere');
    await walk.go('/account');
    await walk.go('/sign-out');
    await walk.button(/^Sign out$/);
    await walk.page.goto(`${walk.base}/account`);
    if (!walk.path().startsWith('/sign-in')) throw new Error('signing out left the session alive');
}
