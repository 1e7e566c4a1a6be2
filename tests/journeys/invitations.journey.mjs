// The workforce lead invites the stewards of the area from a list, mends it, hands a link over, and sees who is not in yet; the invited
// person comes in, sets up a second step and signs in with it.
import { createHmac } from 'node:crypto';

export const name = 'people invited from a list, one of whom comes in and sets up a second step';

/** The six digits that an app shows for that key (RFC 6238). */
function appCode(key, at = Date.now()) {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...key.replace(/\s/g, '')].map((c) => letters.indexOf(c).toString(2).padStart(5, '0')).join('');
    const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
    const hash = createHmac('sha1', secret).update(step).digest();
    const from = hash[19] & 15;
    return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function codeOf(walk, organisation) {
    await walk.go('/organisations');
    await walk.link(organisation);
    return /\bCode\s+(\S+)/.exec(await walk.page.locator('main').innerText())[1];
}

export default async function inviteEveryone(walk) {
    await walk.signInAs('Workforce lead');
    const code = await codeOf(walk, 'Alder Gate Nursery');
    await walk.go('/invitations');
    await walk.expect('0 not in yet');
    await walk.button('Invite people');
    const rows = (which) => `email,name,organisation,role\nmorgan@westmere.example,Morgan Reed,${which},\nsky@westmere.example,Sky Lane,${code},manager\n`;
    await walk.fill('Paste the list', rows('NOWHERE'));
    await walk.button('Check the list');
    await walk.expect('No organisation has this code');
    await walk.expect('1 person can be invited');
    await walk.button('Change the list');
    await walk.fill('Paste the list', rows(code));
    await walk.button('Check the list');
    await walk.button('Invite 2 people');
    await walk.expect('2 not in yet');
    await walk.expect('hand over a letter or a link');

    await walk.button('Print letters for those who are not in yet');
    await walk.expect('2 letters');
    await walk.go('/invitations');
    await walk.link('Morgan Reed');
    await walk.button('Show a link to hand over');
    const link = /http\S+(\/invitation\/\S+)/.exec(await walk.page.locator('main').innerText())[1];

    await walk.page.context().clearCookies();
    await walk.go(link);
    await walk.expect('invites you, Morgan Reed');
    await walk.fill(/password/i, 'pony lamp river');
    await walk.button('Save password and come in');
    await walk.expect('Data steward: Alder Gate Nursery');
    await walk.go('/account/second-step');
    await walk.button('Set up a second step');
    await walk.fill('Password', 'pony lamp river');
    await walk.button('Continue');
    const key = await walk.page.locator('strong.kith-code').innerText();
    await walk.fill('Six digits from the app', appCode(key));
    await walk.button('Turn on the second step');
    await walk.expect('These codes are shown only now');
    const recovery = /([0-9a-z]{4}-){3}[0-9a-z]{4}/.exec(await walk.page.locator('main').innerText())[0];

    await walk.page.context().clearCookies();
    await walk.go('/sign-in');
    await walk.fill('Email address', 'morgan@westmere.example');
    await walk.fill(/^Password/, 'pony lamp river');
    await walk.button(/^Sign in$/);
    await walk.expect('Your second step');
    await walk.fill('Six digits from your app', appCode(key));  // the code that turned it on: not taken twice
    await walk.button(/^Sign in$/);
    await walk.expect('The code is not right, or was used before');
    await walk.fill('Six digits from your app', recovery);
    await walk.button(/^Sign in$/);
    await walk.expect('Hand in a return');
    await walk.go(link, { status: 404 });

    await walk.signInAs('Workforce lead');
    await walk.go('/invitations');
    await walk.expect('1 not in yet');
    await walk.expect('1 accepted');
}
