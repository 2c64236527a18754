import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseDocument } from '../src/document/parse.ts';
import { compileProcedure } from '../src/engine/compile.ts';
import { parseContacts } from '../src/engine/contacts/parse-contacts.ts';
import { accessibleTree } from './reader/accessible-tree.ts';
import { answer } from './reader/answer.ts';
import { poseQuestion } from './reader/pose-question.ts';
import { listen } from './reader/told-procedure.ts';
import { importText, openLibrary } from './support.ts';

const procedures = ['order-support', 'refund', 'account-access', 'appointment', 'bank-fraud-report'];

function read(name: string, file: string): string {
  return readFileSync(new URL(`../public/examples/${name}/${file}`, import.meta.url), 'utf8');
}

/** The other procedures that come with the studio, by their ids. */
const library = new Map(
  procedures.map((name) => {
    const document = parseDocument(read(name, 'procedure.yaml'));
    return [document.procedure.id, document] as const;
  }),
);

test('who only hears the reading view answers as the engine does', async ({ page }) => {
  await openLibrary(page);
  let answered = 0;
  let left = 0;
  for (const name of procedures) {
    const text = read(name, 'procedure.yaml');
    const compiled = compileProcedure(parseDocument(text), (id) => library.get(id));
    if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
    await importText(page, `${name}.yaml`, text);
    await expect(page).toHaveURL(/\/p\//);
    await page.getByRole('radio', { name: 'Read' }).click();
    await expect(page.getByRole('article')).toBeVisible();
    const told = listen(await accessibleTree(page));
    const { contacts } = parseContacts(read(name, 'contacts.yaml'), 'yaml');
    for (const contact of contacts) {
      const { id, question, expected, leavesTheText } = poseQuestion(compiled.program, contact);
      if (leavesTheText) {
        left += 1;
        continue;
      }
      expect({ id, ...answer(question, told) }, question).toEqual({ id, ...expected });
      answered += 1;
    }
    await page.getByRole('link', { name: 'All procedures' }).click();
    await expect(page.getByRole('heading', { name: 'Procedures' })).toBeVisible();
  }
  console.log(
    `${answered} questions answered from the accessibility tree; ${left} lead into another procedure`,
  );
  expect(answered).toBeGreaterThanOrEqual(20);
});
