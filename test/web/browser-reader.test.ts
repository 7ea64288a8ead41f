/** From a claim to its sentence, and the keys: in a real browser, before the real server and a real record. */

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { visitor } from './support/visitor.ts';

const visit = visitor();

describe('from a claim to its sentence', () => {
  test('a click on a claim opens the article with its parts lit and in view', async () => {
    const page = await visit.open('/?speaker=Marchetti');
    await page.getByText('“The signal was lit and it was seen,”').click();
    await page.locator('.lit-content').first().waitFor();
    expect(await lit(page, 'source')).toBe('Odile Marchetti, the harbour master,');
    expect(await lit(page, 'cue')).toBe('said');
    expect(await lit(page, 'content')).toBe('“The signal was lit and it was seen,”|“by two of our pilots.”');
    expect(await page.locator('.lit-cue').boundingBox()).toMatchObject({ y: expect.closeTo(450, -3) });
    expect(await page.locator('.card.is-lit .speaker').textContent()).toBe(
      'Odile Marchetti, the harbour master',
    );
    expect(new URL(page.url()).hash).toMatch(/^#CL-/);
    expect(await page.title()).toBe(
      'Harbour Authority denies that the bridge signal failed before the ferry struck – annalist',
    );
  });

  test('back leads to the list as it was', async () => {
    const page = await visit.open('/?speaker=Marchetti');
    await page.getByText('“The signal was lit and it was seen,”').click();
    await page.locator('.lit-content').first().waitFor();
    await page.goBack();
    await page.locator('.chip').waitFor();
    expect(new URL(page.url()).search).toBe('?speaker=Marchetti');
  });

  test('a click in the text selects the innermost claim there, a second one the claim around it', async () => {
    const page = await visit.openFerry();
    const piece = page.locator('.article-text .is-deep', { hasText: 'went out twice' });
    await piece.click();
    expect(await lit(page, 'source')).toBe('the captain');
    await piece.click();
    await page.mouse.move(0, 0);
    await expect.poll(() => lit(page, 'source')).toContain('Lantern Lines,');
  });

  test('pointing at a card lights its claim, leaving it puts the light out', async () => {
    const page = await visit.openFerry();
    await page.locator('.card', { hasText: 'within a week' }).hover();
    expect(await lit(page, 'source')).toBe('The mayor');
    await page.mouse.move(0, 0);
    await expect.poll(() => lit(page, 'source')).toBe('');
  });

  test('a claim that is not in the revision is said to be missing', async () => {
    const page = await visit.openFerry();
    await page.goto(`${page.url()}#CL-NOTHERE0`);
    await page.getByText('is not in this revision').waitFor();
  });

  test('the facts of the capture stand in a drawer, and the bytes come as a download', async () => {
    const page = await visit.openFerry();
    await page.locator('.capture > summary').click();
    await page.getByText('Hash of the bytes').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('Download the captured bytes').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^RV-/);
  });

  test('an earlier revision is shown as one, and leads to the current', async () => {
    const page = await visit.openFerry();
    await page.keyboard.press('[');
    await page.getByText('You are reading an earlier state').waitFor();
    expect(await page.locator('h1').textContent()).toBe('Ferry strikes the Kestrel Bridge in fog');
    await page.getByText('Open the current one').click();
    await page.getByText('Harbour Authority denies that').first().waitFor();
  });

  test('a text that looks like mark-up is shown as text', async () => {
    const page = await visit.open('/?q=fog+lower');
    await page.getByText('Without a headline').click();
    await page.getByText('<script>alert(1)</script>').first().waitFor();
    expect(await page.locator('.article-text script').count()).toBe(0);
  });
});

describe('keys', () => {
  test('j, k and o walk the list and open a line, n and p walk the claims, u leads back', async () => {
    const page = await visit.open('/?stance=denies');
    await page.locator('.claim-line').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('o');
    await page.locator('.lit-content').first().waitFor();
    const first = await lit(page, 'content');
    await page.keyboard.press('n');
    await expect.poll(() => lit(page, 'content')).not.toBe(first);
    await page.keyboard.press('p');
    await expect.poll(() => lit(page, 'content')).toBe(first);
    await page.keyboard.press('Escape');
    await expect.poll(() => lit(page, 'content')).toBe('');
    await page.keyboard.press('u');
    await page.locator('.chronicle').waitFor();
  });

  test('g and a letter go to a page, ? lists the keys', async () => {
    const page = await visit.open('/');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: 'Sources' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('heading', { name: 'Chronicle' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Next claim').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  test('none fires in a field, and all can be switched off', async () => {
    const page = await visit.open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('gs?');
    expect(await page.locator('#search').inputValue()).toBe('gs?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByLabel('Single keys are on').uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('h1').waitFor();
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('the first stop of the tabulator leads past the masthead', async () => {
    const page = await visit.open('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('main');
  });
});

/** Words of the pieces of text that are lit as one part of the selected claim. */
async function lit(page: Page, part: 'source' | 'cue' | 'content'): Promise<string> {
  return (await page.locator(`.article-text .lit-${part}`).allTextContents()).join('|');
}
