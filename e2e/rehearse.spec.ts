import { expect, test } from '@playwright/test';
import { openExample, step } from './support.ts';

test('a contact is played to its end, stepped back, changed, and ends otherwise', async ({ page }) => {
  await openExample(page);
  await page.getByRole('radio', { name: 'Simulate' }).click();
  const simulator = page.getByRole('region', { name: 'Simulator' });
  await simulator.getByRole('option', { name: /cancel-pending/ }).click();
  const transcript = simulator.getByRole('region', { name: 'Transcript' });

  await simulator.getByRole('button', { name: 'Play' }).click();
  await expect(transcript.getByText('Order #1001 is cancelled.')).toBeVisible({ timeout: 60_000 });
  await expect(transcript.getByText('cancel_pending_order')).toBeVisible();
  await expect(transcript.getByText(/business days/).first()).toBeVisible();

  const back = simulator.getByRole('button', { name: 'Step back' });
  for (let press = 0; press < 3; press += 1) await back.click();
  await expect(transcript.getByText('Order #1001 is cancelled.')).toHaveCount(0);
  await expect(transcript.getByText('cancel_pending_order')).toHaveCount(0);

  const facts = simulator.getByRole('tab', { name: 'Facts' });
  if (await facts.isVisible()) await facts.click();
  await simulator.getByRole('button', { name: /^request\.confirmed is/ }).click();
  const whatIf = simulator.getByRole('combobox', { name: 'What if request.confirmed were' });
  await whatIf.click();
  await page.getByRole('option', { name: 'no', exact: true }).click();

  await simulator.getByRole('button', { name: 'To the end' }).click();
  const conversation = simulator.getByRole('tab', { name: 'Transcript' });
  if (await conversation.isVisible()) await conversation.click();
  await expect(transcript.getByText('Then I leave everything as it is.')).toBeVisible();
  await expect(transcript.getByText('cancel_pending_order')).toHaveCount(0);
});

test('every decision says why, and why not', async ({ page }) => {
  await openExample(page);
  await page.getByRole('radio', { name: 'Simulate' }).click();
  const simulator = page.getByRole('region', { name: 'Simulator' });
  await simulator.getByRole('option', { name: /cancel-processed/ }).click();
  await simulator.getByRole('button', { name: 'To the end' }).click();
  await simulator.getByRole('region', { name: 'Transcript' }).getByText('Not pending').click();
  const why = simulator.getByRole('tab', { name: 'Why' });
  if (await why.isVisible()) await why.click();
  await expect(simulator.getByRole('region', { name: 'Why' })).toContainText(
    'order.status is processed, not pending',
  );
  // The path is lit on the canvas, and what was not walked is not.
  await expect(step(page, 'Decision cancel-open')).toBeVisible();
});

test('a missing fact is asked for, and typed', async ({ page }) => {
  await openExample(page);
  await page.getByRole('radio', { name: 'Simulate' }).click();
  const simulator = page.getByRole('region', { name: 'Simulator' });
  await simulator.getByRole('button', { name: 'New contact' }).click();
  await simulator.getByRole('button', { name: 'Back to the rehearsal' }).click();
  await simulator.getByRole('button', { name: 'To the end' }).click();
  const reply = simulator
    .getByRole('group', { name: 'The customer’s reply' })
    .or(simulator.getByLabel('The customer’s reply'));
  await expect(reply.first()).toBeVisible();
  await reply.first().getByLabel('What the customer says').fill('ann@example.com');
  await reply.first().getByRole('combobox').first().click();
  await page.getByRole('option', { name: 'yes', exact: true }).click();
  await reply
    .first()
    .getByRole('button', { name: /answer|send|reply/i })
    .click();
  await expect(simulator.getByText('What can I do for you today?').first()).toBeVisible();
});

test('all contacts run at once, with a chart and coverage', async ({ page }) => {
  await openExample(page);
  await page.getByRole('radio', { name: 'Simulate' }).click();
  const simulator = page.getByRole('region', { name: 'Simulator' });
  await simulator.getByRole('button', { name: 'Run all contacts' }).click();
  const all = page.getByRole('region', { name: 'All contacts', exact: true });
  await expect(all.getByRole('list', { name: 'Outcomes' })).toBeVisible();
  await expect(all).toContainText(/46/);
});
