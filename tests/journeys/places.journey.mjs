// Keeping the partnership's places: an organisation added with mistakes, mended, changed, given a setting; a locality added.

export const name = 'organisations, settings and localities added and changed';

async function addOrganisation(walk) {
    await walk.go('/organisations');
    await walk.button('Add an organisation');
    await walk.fill('Name', 'Heron Quay Nursery');
    await walk.button('Save organisation');
    await walk.expect('There is a problem');
    if ((await walk.page.getByLabel('Name').first().inputValue()) !== 'Heron Quay Nursery') throw new Error('the answer was not kept');
    await walk.fill('Code', 'heron-quay');
    await walk.choose('Sector', 'Early years and childcare');
    await walk.choose('Kind of organisation', 'Day nursery');
    await walk.page.getByLabel('Private, voluntary or independent').check();
    await walk.fill('Number of staff you expect', '14');
    await walk.button('Save organisation');
    await walk.expect('Heron Quay Nursery');
}

async function changeIt(walk) {
    await walk.button('Change these details');
    await walk.fill('Name', 'Heron Bay Nursery');
    await walk.button('Save organisation');
    await walk.expect('Heron Bay Nursery');
    await walk.link('Add a setting');
    await walk.fill('Name', 'Heron Bay, by the water');
    await walk.button('Save setting');
    await walk.expect('There is a problem');
    await walk.fill('Code', 'water');
    await walk.choose('Kind of setting', 'Day nursery');
    await walk.choose('Locality', 'Northgate');
    await walk.fill('Postcode', 'ZZ5 5HX');
    await walk.button('Save setting');
    await walk.expect('Heron Bay, by the water');
}

async function addLocality(walk) {
    await walk.go('/localities');
    await walk.button('Add a locality');
    await walk.button(/^Save/);
    await walk.expect('There is a problem');
    await walk.fill('Name', 'Lakeside');
    await walk.fill('Code', 'L9');
    await walk.button(/^Save/);
    await walk.expect('Lakeside');
}

export default async function keepPlaces(walk) {
    await walk.signInAs('Workforce lead');
    await addOrganisation(walk);
    await changeIt(walk);
    await walk.go('/organisations');
    await walk.fill('Part of a name, or a code', 'heron');
    await walk.button('Apply filters');
    await walk.expect('Heron Bay Nursery');
    await addLocality(walk);
}
