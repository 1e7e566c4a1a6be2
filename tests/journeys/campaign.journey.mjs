// The workforce lead puts a questionnaire to people; a practitioner and a ten-year-old answer; what the child wrote is read; the campaign is closed.
export const name = 'a campaign answered, heard, watched and closed';

const main = (walk) => walk.page.locator('main');

async function setDate(walk, field, date) {
    for (const [part, value] of [['day', date.getDate()], ['month', date.getMonth() + 1], ['year', date.getFullYear()]]) await walk.page.fill(`[name="${field}-${part}"]`, String(value));
}

const daysFrom = (days) => new Date(Date.now() + days * 86_400_000);

async function prepare(walk) {
    const me = (await walk.page.locator('a[href="/account"]').first().innerText()).trim();
    await walk.go('/campaigns');
    await walk.button('Prepare a campaign');
    await walk.button('Prepare the campaign');
    await walk.expect('Choose a questionnaire');
    await walk.page.getByLabel("One Children's Workforce", { exact: true }).check();
    await walk.fill('Name of the campaign', 'A campaign to try');
    await setDate(walk, 'opens_on', daysFrom(-1));
    await setDate(walk, 'closes_on', daysFrom(30));
    await walk.choose('Who reads what children write', me);
    await walk.button('Prepare the campaign');
    await walk.expect('Being prepared');
    await walk.button(/^Open it/);
    await walk.expect('Open until');
    return new URL(walk.page.url()).pathname;
}

/** The path of a new link. */
async function linkOf(walk, campaign, kind, viewpoint) {
    await walk.go(campaign + '/links/new');
    await walk.page.getByLabel(kind).check();
    if (viewpoint) await walk.choose('Viewpoint', viewpoint);
    if (kind !== 'An open link') await walk.fill('How many links for one person', '1');
    await walk.button('Make the links');
    return new URL((await walk.page.locator('.kith-break').first().innerText()).trim()).pathname;
}

/** Answers every part with the third answer of each question, writing `words` wherever there is room for them. */
async function answerAll(walk, words) {
    for (let parts = 0; parts < 20 && !walk.page.url().endsWith('/check'); parts++) {
        for (const question of await walk.page.locator('fieldset:has(input[type=radio])').all()) {
            const answers = question.locator('input[type=radio]');
            await answers.nth((await answers.count()) > 3 ? 2 : 0).check();
        }
        for (const room of await walk.page.locator('main textarea').all()) await room.fill(words);
        await walk.button(/^Save and (go on|check)/);
    }
    await walk.expect('Check your answers');
    await walk.button('Send my answers');
    await walk.expect('Your answers are in');
}

async function answerAsPractitioner(walk, path) {
    await walk.go(path);
    await walk.expect('What is known about you');
    await walk.button('Begin');
    await walk.expect('Choose from where you look at it');
    await walk.page.getByLabel(/^Practitioners/).check();
    await walk.page.locator('input[name=leader][value=no]').check();
    await walk.button('Begin');
    await answerAll(walk, 'We meet every month.');
}

async function answerAsChild(walk, path) {
    await walk.go(path);
    await walk.link('In easy words');
    await walk.expect('We do not know which answers are yours.');
    await walk.expect('Ring 999');
    await walk.page.getByLabel('I am younger, and nobody has asked them yet').check();
    await walk.button('Begin');
    await walk.expect('Ask a parent or carer first');
    await walk.go(path + '?easy=1');
    await walk.page.getByLabel('I am younger, and a parent or carer has said yes').check();
    await walk.button('Begin');
    await answerAll(walk, 'I am scared at home.');
}

async function hear(walk) {
    await walk.go('/');
    await walk.link(/that (a child|children) wrote wait/);
    const waiting = () => walk.page.getByRole('row').filter({ hasText: 'Not read yet' });
    for (let first = true; await waiting().count() > 0; first = false) {  // while any wait, the campaign cannot be closed
        await walk.press(waiting().last().getByRole('link').first());
        if (first) await walk.expect('I am scared at home.');
        await walk.page.getByLabel(/^Yes: it was passed on/).check();
        await walk.fill('What was done, and by whom', 'Passed on to the safeguarding lead');
        await walk.button(/^Close$/);
    }
    await walk.expect('Closed, a worry');
}

export default async function campaign(walk) {
    await walk.signInAs('Workforce lead');
    const href = await prepare(walk);
    await answerAsPractitioner(walk, await linkOf(walk, href, 'An open link'));
    await answerAsChild(walk, await linkOf(walk, href, 'An open link', 'Children and young people'));
    await hear(walk);

    const once = await linkOf(walk, href, 'Links for one person each');
    await answerAsPractitioner(walk, once);
    await walk.go(once, { status: 409 });
    await walk.expect('it works once');

    await walk.go(href);
    await walk.expect('3 answers have come in.');
    await walk.link('Close it and see the results in full');
    await walk.button('Close the campaign');
    await walk.link('Results');
    await walk.expect('Too few have answered');

    await walk.go('/campaigns');
    await walk.press(main(walk).getByRole('link', { name: /^One Children's Workforce/ }).last());
    await walk.link('Results');
    await walk.expect('Where viewpoints differ most');
    await walk.printed('rainbow');
    await walk.press(main(walk).getByRole('link', { name: 'Outcome focus' }).first());
    await walk.expect('What success looks like');

    await walk.go('/campaigns');
    await walk.link("One Children's Workforce, this year");
    await walk.link('Results');
    await walk.expect("Since One Children's Workforce, last year");
    await walk.expect(/last year \(\d\.\d/);
}
