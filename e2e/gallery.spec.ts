import { expect, test } from '@playwright/test';
import { canvas, openLibrary } from './support.ts';

/** What is in the gallery, with a contact of each and the last thing it is told. */
const finished = [
  { title: 'Order support', contact: 'cancel-pending', last: 'Order #1001 is cancelled.' },
  { title: 'Refunds', contact: 'locked-out-first', last: 'Done. 59 EUR is on its way to you.' },
  { title: 'Account access', contact: 'forgotten-password', last: 'The link is on its way.' },
  { title: 'Appointments', contact: 'yearly-check-up', last: 'You are booked for Tuesday the 16th at 9:20.' },
  { title: 'Unrecognised card payment', contact: 'small-online-payment', last: 'Your claim is C-5518.' },
];

test('a newcomer opens each finished procedure: nothing is wrong with it, and a contact plays to its end', async ({
  page,
}) => {
  await openLibrary(page);
  for (const { title, contact, last } of finished) {
    await page.getByRole('button', { name: `Open a copy of ${title}` }).click();
    await expect(canvas(page).getByRole('group').first()).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(title));

    await page.getByRole('radio', { name: 'Simulate' }).click();
    const simulator = page.getByRole('region', { name: 'Simulator' });
    await simulator.getByRole('option', { name: new RegExp(contact) }).click();
    await simulator.getByRole('button', { name: 'To the end' }).click();
    await expect(simulator.getByRole('region', { name: 'Transcript' })).toContainText(last);

    await page.getByRole('radio', { name: 'Design' }).click();
    await page.getByRole('tab', { name: 'Problems' }).click();
    await expect(page.getByText(/^No problems/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Proved' })).toBeVisible();
    await page.getByRole('link', { name: 'All procedures' }).click();
  }
  await expect(page.getByRole('list', { name: 'Procedures' }).getByRole('listitem')).toHaveCount(6);
});

test('an empty library says what to do next, and does it in one click', async ({ page }) => {
  await openLibrary(page);
  await page.getByRole('button', { name: 'More about Order support' }).click();
  await page.getByRole('menuitem', { name: /Delete/ }).click();
  await expect(page.getByText('No procedures of your own yet')).toBeVisible();
  await page.getByRole('button', { name: 'Create an empty procedure' }).click();
  await expect(page.getByText('Empty procedure: add the first step')).toBeVisible();
});
