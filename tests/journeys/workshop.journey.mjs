// From answers to what is done about them: a lead runs the workshop of a closed campaign, a board confirms, the rainbow stands on one page of paper
// beside last year's, and a priority is handed to someone who takes it up.
export const name = 'a workshop held, confirmed, printed, and its priority handed on';

const main = (walk) => walk.page.locator('main');

async function day(walk, field, date = new Date()) {
    for (const [part, number] of [['day', date.getDate()], ['month', date.getMonth() + 1], ['year', date.getFullYear()]])
        await walk.page.locator(`[name="${field}-${part}"]`).fill(String(number));
}

/** The path of this year's campaign, closed. */
async function closedCampaign(walk) {
    await walk.go('/campaigns');
    await walk.press(main(walk).getByRole('link', { name: "One Children's Workforce, this year" }));
    const path = walk.path();
    await walk.link('Close it and see the results in full');
    await walk.button('Close the campaign');
    return path;
}

async function holdWorkshop(walk, campaign) {
    await walk.go(campaign + '/workshop');
    await walk.expect('No position is agreed yet');
    await walk.link('Write down when it was held and who took part');
    await day(walk, 'held_on');
    await walk.fill('Who took part', 'Health visiting: front-line manager');
    await walk.button('Save');
    await walk.press(main(walk).getByRole('link', { name: 'Outcome focus' }));
    await walk.page.getByLabel('Agreed position').selectOption({ index: 2 });
    await walk.fill('Strengths', 'Each service knows its own figures');
    await walk.button('Save');
    await walk.expect('Why it is not where the answers put it');
    await walk.fill('Why it is not where the answers put it', 'Nobody has them side by side');
    await walk.button('Save');
    await walk.link('Outcome focus');
    await walk.link('Add evidence on this theme');
    await walk.choose('What it is', 'External judgement');
    await walk.fill('Title', 'Peer review');
    await walk.fill('What it shows', 'No service had seen another service\'s figures');
    await walk.choose('For or against', 'Speaks against it');
    await walk.choose('How strong it is', 'Strong');
    await walk.button('Save');
    await walk.expect('1 piece of evidence');
}

async function confirm(walk, campaign) {
    await walk.signInAs('Board member');
    const who = (await walk.page.locator('.kith-account a').first().innerText()).trim();
    await walk.go(campaign + '/workshop');
    await walk.link('Confirm for the board');
    await walk.fill('The board that confirmed', 'Partnership board');
    await day(walk, 'confirmed_on');
    await walk.button(/^Confirm/);
    await walk.expect('Confirmed by Partnership board');
    return who;
}

async function handOn(walk, campaign, who) {
    await walk.go(campaign + '/priorities');
    await walk.button('Add a priority or recommendation');
    await walk.choose('What it is', 'Priority');
    await walk.fill('Title', 'One page of figures for all services');
    await walk.fill('Why', 'They cannot see each other\'s');
    await walk.button('Save');
    await walk.link('One page of figures for all services');
    const priority = walk.path();
    await walk.button('Hand it on');
    await walk.choose('To whom', who);
    await walk.button('Hand it on');
    await walk.expect('Not taken up yet');
    return priority;
}

export default async function workshop(walk) {
    await walk.signInAs('Workforce lead');
    const campaign = await closedCampaign(walk);
    await holdWorkshop(walk, campaign);
    const who = await confirm(walk, campaign);

    await walk.signInAs('Workforce lead');
    await walk.go(campaign + '/report');
    await walk.expect('Confirmed by Partnership board');
    await walk.expect("One Children's Workforce, last year");
    const paper = await walk.printed('report');
    if (!paper.text.includes('Where each theme stands')) throw new Error('the report has no rainbow on paper');
    if (paper.beyond.length > 0) throw new Error(`beyond the paper: ${paper.beyond}`);
    const priority = await handOn(walk, campaign, who);

    await walk.signInAs('Board member');
    await walk.link(/^Say whether you take up/);
    await walk.page.getByLabel('I take it up').check();
    await walk.fill('What you will do about it, or why you give it back', 'I ask the three largest services by March');
    await walk.button('Send');
    await walk.expect('I ask the three largest services by March');

    await walk.signInAs('Workforce lead');
    await walk.go(priority);
    await walk.expect('Taken up on');
    await walk.button('Take it back');
    await walk.expect('It is handed to nobody yet.');
}
