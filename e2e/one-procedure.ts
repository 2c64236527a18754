import { expect, type Locator, type Page } from '@playwright/test';
import { inspector } from './support.ts';

/** The procedure that the mouse, the keyboard and the outline each build, byte for byte. */
export const oneProcedure = `sop: 1
id: untitled
title: Untitled procedure
facts:
  request.reason: { type: string, source: conversation }
actions:
  orders.refund: { effect: read }
start: question
steps:
  question:
    kind: question
    ask: What is it about?
    collects: [request.reason]
    next: decision
  decision:
    kind: decision
    branches:
      - { when: "contact.channel == \\"voice\\"", label: On the phone, next: escalation }
      - { when: "request.reason == \\"question\\"", label: Just asking, next: message }
    otherwise: action
  escalation:
    kind: escalation
    queue: tier-2
  message:
    kind: message
    say: We will look into it.
    next: end
  end:
    kind: end
    outcome: waiting
  action:
    kind: action
    call: orders.refund
    next: message-2
    onError: escalation
  message-2:
    kind: message
    say: Your money is on its way.
    next: end-2
  end-2:
    kind: end
    outcome: refunded
guardrails:
  guardrail: { require: request.reason == "refund", before: [orders.refund] }
`;

/** How a person works the forms of the inspector. */
export interface Hand {
  fill(label: string, text: string, group?: string): Promise<void>;
  choose(label: string, value: string): Promise<void>;
  press(button: string): Promise<void>;
}

export function mouseHand(page: Page): Hand {
  return {
    fill: async (label, text, group) => {
      const field = scope(page, group).getByLabel(label, { exact: true });
      await field.click();
      await field.fill(text);
      await field.blur();
    },
    choose: async (label, value) => {
      await inspector(page).getByLabel(label, { exact: true }).click();
      await page.getByPlaceholder('Find…').fill(value);
      await page.getByRole('option', { name: value }).first().click();
    },
    press: async (button) => {
      await inspector(page).getByRole('button', { name: button, exact: true }).click();
    },
  };
}

/** Tab, letters and Enter, nothing else. */
export function keyboardHand(page: Page): Hand {
  return {
    fill: async (label, text, group) => {
      await tabTo(page, scope(page, group).getByLabel(label, { exact: true }), label);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    },
    choose: async (label, value) => {
      await tabTo(page, inspector(page).getByLabel(label, { exact: true }), label);
      await page.keyboard.press('Enter');
      await expect(page.getByPlaceholder('Find…')).toBeFocused();
      await page.keyboard.type(value);
      await expect(page.getByRole('option', { name: value }).first()).toBeVisible();
      await page.keyboard.press('Enter');
    },
    press: async (button) => {
      await tabTo(page, inspector(page).getByRole('button', { name: button, exact: true }), button);
      await page.keyboard.press('Enter');
    },
  };
}

/** From panel to panel until the focus stands in this one. */
export async function toPanel(page: Page, panel: Locator): Promise<void> {
  for (let press = 0; press < 8; press += 1) {
    if (await panel.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press('F6');
  }
  throw new Error('F6 never came to the panel');
}

function scope(page: Page, group: string | undefined): Locator {
  return group === undefined
    ? inspector(page)
    : inspector(page).getByRole('group', { name: group, exact: true });
}

/** Tabs on until the field has the focus. */
async function tabTo(page: Page, target: Locator, name: string): Promise<void> {
  for (let press = 0; press < 70; press += 1) {
    for (const field of await target.all()) {
      if (await field.evaluate((element) => element === document.activeElement)) return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}`);
}

/** Fills the forms of all elements in. `open` shows an element's form, the focus in its first field. */
export async function fillForms(
  page: Page,
  hand: Hand,
  open: (name: string) => Promise<void>,
): Promise<void> {
  await open('Question question');
  await hand.fill('Question', 'What is it about?');
  await hand.choose('Add a fact', 'request.reason');
  await open('Decision decision');
  await hand.fill('When', 'contact.channel == "voice"', 'Branch 1');
  await hand.fill('Label', 'On the phone', 'Branch 1');
  await hand.fill('When', 'request.reason == "question"', 'Branch 2');
  await hand.fill('Label', 'Just asking', 'Branch 2');
  await open('Escalation escalation');
  await hand.fill('Queue', 'tier-2');
  await open('Message message');
  await hand.fill('Text', 'We will look into it.');
  await open('End end');
  await hand.fill('Outcome', 'waiting');
  await open('Action action');
  await hand.choose('Action', 'orders.refund');
  await open('Message message-2');
  await hand.fill('Text', 'Your money is on its way.');
  await open('End end-2');
  await hand.fill('Outcome', 'refunded');
  await open('Guardrail guardrail');
  await hand.press('Add');
  await page.getByRole('menuitem', { name: 'Requirement' }).press('Enter');
  await hand.fill('Requirement', 'request.reason == "refund"');
}
