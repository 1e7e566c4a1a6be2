// A nursery manager, on a phone at the end of the day: an account of their own, the list gone through, one person's hours mended, a nil return.
export const name = 'a nursery manager confirms the list on a phone';

async function comeIn(walk, program) {
    const said = program.say('user', 'add', 'manager@kingfisher.example', '--name', 'Robin Nursery', '--role', 'data_steward', '--organisation', 'NUR01');
    const code = /([0-9a-z]{4}-){3}[0-9a-z]{4}/.exec(said)[0];
    await walk.go('/sign-in/code');
    await walk.fill('Email address', 'manager@kingfisher.example');
    await walk.fill(/code/i, code);
    await walk.fill(/password/i, 'pony lamp river');
    await walk.button(/^Save password/);
}

/** Everything that is to be pressed must be large enough for a thumb and within the screen. */
async function fitForAThumb(walk) {
    const small = await walk.page.$$eval('main button, main input[type=radio] + label, main .govuk-button', (controls) =>
        controls.map((one) => ({ words: one.textContent.trim().slice(0, 40), ...one.getBoundingClientRect().toJSON() }))
            .filter((box) => box.width > 0 && (box.height < 36 || box.right > window.innerWidth || box.left < 0)));
    if (small.length) throw new Error(`${walk.path()}: not for a thumb: ${JSON.stringify(small.slice(0, 3))}`);
}

export default async function confirmOnAPhone(walk, program) {
    await walk.onAPhone();
    await comeIn(walk, program);
    await walk.link('Is this still right?');
    await walk.expect(/Kith holds \d+ jobs that run today/);
    await fitForAThumb(walk);
    const people = await walk.page.getByRole('radio', { name: 'Still right' }).count();
    if (people < 5) throw new Error(`the list shows ${people} people`);
    await walk.button('See what changes');
    await walk.expect('There is a problem');
    for (let at = 0; at < people; at++) await walk.page.getByRole('radio', { name: 'Still right' }).nth(at).check();
    await walk.page.getByRole('radio', { name: 'Has left' }).first().check();
    await fillDays(walk);
    await walk.button('See what changes');
    await walk.expect('Jobs that end: 1');
    if (/is missing/.test(await walk.page.locator('main').innerText())) throw new Error('the list is asked for what the register holds');
    await fitForAThumb(walk);
    await walk.button('Save');
    await walk.expect('The list is confirmed');

    await walk.go('/returns');
    await walk.expect('List confirmed');
}

/** The day on which someone left: today, wherever the page asks. */
async function fillDays(walk) {
    const now = new Date();
    for (const [label, number] of [['Day', now.getDate()], ['Month', now.getMonth() + 1], ['Year', now.getFullYear()]]) {
        const boxes = walk.page.getByLabel(label, { exact: true });
        if (await boxes.first().isVisible()) await boxes.first().fill(String(number));
    }
}
