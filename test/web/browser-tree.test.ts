/** The tree of a claim's sentence: in a real browser, with a small model behind the server. */

import { describe, expect, test } from 'vitest';

import { modelMissing } from '../../src/errors.ts';
import { loadEngine } from '../../src/nlp.ts';
import type { Engine } from '../../src/nlp.ts';
import { tinyModel } from '../../training/smoke/tiny-model.ts';
import { visitor } from './support/visitor.ts';

let engine: Engine | undefined;
let isMissing = false;

const visit = visitor((text, blocks) => {
  if (isMissing) throw modelMissing('models/none.bin', null);
  engine ??= loadEngine(tinyModel().model);
  return engine.analyze(text, blocks).sentences;
});

describe('the tree of a sentence', () => {
  test('opens from a card, shows every word once below its head, and closes with focus where it was', async () => {
    const page = await visit.openFerry();
    const card = page.locator('.card', { hasText: 'within a week' });
    await card.locator('summary').click();
    await card.getByRole('button', { name: /^Tree/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Tree of the sentence' });
    await dialog.locator('.tree > li').first().waitFor();
    const printed = (await dialog.locator('.tree-text').allTextContents()).join('');
    expect(printed).toContain('within a week');
    const words = await dialog.locator('.tree-word bdi').allTextContents();
    expect([...words.join('')].sort()).toEqual([...printed.replace(/\s/g, '')].sort());
    const sentences = await dialog.locator('.tree').count();
    expect(await dialog.locator('.tree > li').count()).toBe(sentences);
    expect(await dialog.locator('.tree ul > li').count()).toBe(words.length - sentences);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.locator(':focus').textContent()).toMatch(/^Tree/);
  });

  test('opens with t for the selected claim, in the dark as well, and says so when none is selected', async () => {
    const page = await visit.openFerry({ colorScheme: 'dark' });
    await page.keyboard.press('t');
    await page.getByText('Select a claim first').waitFor({ state: 'attached' });
    expect(await page.locator('.tree-dialog[open]').count()).toBe(0);
    await page.keyboard.press('n');
    await page.keyboard.press('t');
    await page.locator('.tree-dialog[open] .tree > li').first().waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.locator('.tree-dialog[open]').waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await page.locator('.tree-dialog[open] .tree > li').first().waitFor();
  });

  test('is not offered for a text in another language', async () => {
    const page = await visit.open('/?language=ar');
    await page.locator('.entry-headline a').first().click();
    await page.locator('.card').first().waitFor();
    expect(await page.locator('.card').getByText('Tree').count()).toBe(0);
    await page.keyboard.press('n');
    await page.keyboard.press('t');
    await page.getByText('There are trees of English texts only').waitFor({ state: 'attached' });
    expect(await page.locator('.tree-dialog[open]').count()).toBe(0);
  });

  test('says what is wrong where there is no model', async () => {
    isMissing = true;
    try {
      const page = await visit.openFerry({ expected: [/503/] });
      await page.keyboard.press('n');
      await page.keyboard.press('t');
      await page.getByRole('dialog').getByText('no model at models/none.bin').waitFor();
      await page.getByRole('dialog').getByText('model-missing').waitFor();
    } finally {
      isMissing = false;
    }
  });
});
