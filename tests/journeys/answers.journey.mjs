// Answers that come on paper, the leaflet that goes out beside them, and whether every organisation's staff were sent the plan's summary.
export const name = 'answers from a file, the leaflet, and proof of reach';

const main = (walk) => walk.page.locator('main');

/** The open campaign of the sample. */
async function openCampaign(walk) {
    await walk.go('/campaigns');
    await walk.press(main(walk).getByRole('row').filter({ hasText: 'Open until' }).filter({ hasText: "One Children's Workforce" }).getByRole('link').first());
    return walk.path();
}

async function handInFile(walk, campaign) {
    await walk.go(campaign);
    await walk.link(/answers from a file/i);
    const template = await walk.download('A file to fill in (CSV)');
    const header = template.text.replace(/^\ufeff/, '').split(/\r?\n/)[0];
    const columns = header.split(',');
    const line = (answers) => columns.map((column) => answers[column] ?? '').join(',');
    await walk.attach('File of answers', 'broken.csv', [header, line({ viewpoint: 'practitioner', leads: 'perhaps' }), line({ viewpoint: 'nobody' })].join('\n'));
    await walk.button('Check the file');
    await walk.expect('2 things are to be mended');
    await walk.go(`${campaign}/file`);
    await walk.attach('File of answers', 'paper.csv', [header, ...Array.from({ length: 3 }, () => line({ viewpoint: 'practitioner', leads: 'no' }))].join('\n'));
    await walk.button('Check the file');
    await walk.expect('The file is in order: answers of 3 respondents');
    await walk.button('Take the answers of 3 respondents');
    await walk.expect('The answers of 3 respondents were taken');
}

async function leaflet(walk, campaign) {
    await walk.go(campaign);
    await walk.link('Print the leaflet');
    await walk.expect('What is known about you');
    const paper = await walk.printed('leaflet');
    if (paper.pages !== 1) throw new Error(`the leaflet takes ${paper.pages} sides of paper`);
    if (/Printed \d+ \w+ \d{4} by /.test(paper.text)) throw new Error('the leaflet says who printed it');
}

async function addToReach(walk) {
    await walk.go('/reach');
    await walk.button('Add what is to reach staff');
    await walk.button('Save');
    await walk.expect('There is a problem');
    await walk.fill('What is to reach staff', 'Summary of the plan, to try');
    const by = new Date(Date.now() + 20 * 86_400_000);
    for (const [part, value] of [['day', by.getDate()], ['month', by.getMonth() + 1], ['year', by.getFullYear()]]) await walk.page.fill(`[name="due_on-${part}"]`, String(value));
    await walk.button('Save');
    await walk.expect('0 of');
    return walk.path();
}

async function sayItWasSent(walk, message) {
    await walk.go(message);
    await walk.press(main(walk).locator('table').getByRole('link').first());
    await walk.page.locator('main input[type=radio]').first().check();
    const sent = new Date(Date.now() - 86_400_000);
    for (const [part, value] of [['day', sent.getDate()], ['month', sent.getMonth() + 1], ['year', sent.getFullYear()]]) await walk.page.fill(`[name="told_on-${part}"]`, String(value));
    await walk.fill('To how many', '12');
    await walk.fill('What shows it', 'Email of Monday');
    await walk.button('Save');
    await walk.expect('1 of');
    await walk.expect('12 people in all');
}

export default async function answers(walk) {
    await walk.signInAs('Workforce lead');
    const campaign = await openCampaign(walk);
    await handInFile(walk, campaign);
    await leaflet(walk, campaign);
    const message = await addToReach(walk);
    await walk.signInAs('Data steward');
    await sayItWasSent(walk, message);
    await walk.signInAs('Workforce lead');
    await walk.go(message);
    const file = await walk.download('This as a file (CSV)');
    if (!/,12,/.test(file.text)) throw new Error(`the file does not hold what was said: ${file.text.slice(0, 300)}`);
}
