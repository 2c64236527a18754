import { expect, test } from '@playwright/test';
import { openExample, openText, step } from './support.ts';

const markup = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';

test('the policy allows no eval and no inline script, and the studio never breaks it', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  const response = await page.goto('/');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  await openExample(page);
  await expect(page.getByRole('textbox', { name: 'Procedure text' })).toBeVisible();
  await page.getByRole('radio', { name: 'Simulate' }).click();
  await page
    .getByRole('region', { name: 'Simulator' })
    .getByRole('option', { name: /cancel-pending/ })
    .click();
  await page.getByRole('button', { name: 'Run all contacts' }).click();
  await expect(page.getByRole('list', { name: 'Outcomes' })).toBeVisible();
  expect(violations).toEqual([]);
  const thrown = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.hit = 1';
    document.body.append(script);
    return Reflect.get(window, 'hit') === undefined;
  });
  expect(thrown).toBe(true);
});

test('markup in a procedure is shown as text everywhere', async ({ page }) => {
  await openText(
    page,
    'markup.yaml',
    `sop: 1
id: markup
title: '${markup}'
facts:
  order.id: { type: string, description: '${markup}' }
start: first
steps:
  first:
    kind: message
    title: '${markup}'
    say: '${markup} {{order.id}}'
    next: last
  last: { kind: end, outcome: '${markup}' }
guardrails:
  loud: { title: '${markup}', neverSay: ['${markup}'] }
`,
  );
  await expect(step(page, 'Message first')).toContainText('<img src=x');
  await step(page, 'Message first').click();
  await step(page, 'Guardrail loud').click();
  await page.getByRole('radio', { name: 'Simulate' }).click();
  const simulator = page.getByRole('region', { name: 'Simulator' });
  await simulator.getByRole('button', { name: 'New contact' }).click();
  await simulator.getByRole('button', { name: 'Back to the rehearsal' }).click();
  await simulator.getByRole('button', { name: 'To the end' }).click();
  await expect(simulator.getByRole('region', { name: 'Transcript' })).toContainText('<img src=x');
  expect(await page.evaluate(() => Reflect.get(window, 'hit') === undefined)).toBe(true);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});
