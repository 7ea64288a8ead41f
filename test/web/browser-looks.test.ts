/** How the pages look: dark, narrow, on paper, in the picture of the README. */

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { visitor } from './support/visitor.ts';

const visit = visitor();

describe('looks', () => {
  const background = (page: Page) =>
    page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');

  test('dark where the system is, and where the reader says so, for good', async () => {
    const dark = await background(await visit.open('/', { colorScheme: 'dark' }));
    const page = await visit.open('/', { colorScheme: 'light' });
    expect(await background(page)).not.toBe(dark);
    await page.getByLabel('Colours').selectOption('dark');
    expect(await background(page)).toBe(dark);
    await page.reload();
    expect(await background(page)).toBe(dark);
  });

  test.each(['/', '/?stance=denies&q=bridge', '/sources', '/speakers', '/nowhere'])(
    '%s does not scroll sideways at 320 px',
    async (path) => {
      const page = await visit.open(path, { viewport: { width: 320, height: 640 } });
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    },
  );

  test('an article does not scroll sideways at 320 px, and shows the selected claim at its foot', async () => {
    const page = await visit.openFerry({ viewport: { width: 320, height: 640 } });
    await page.keyboard.press('n');
    await page.locator('.selected-claim').waitFor();
    await page.locator('.capture > summary').click();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  test('on paper there are numbers, sources and hashes, and no controls', async () => {
    const page = await visit.openFerry();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-record').isVisible()).toBe(true);
    expect(await page.locator('.print-record').textContent()).toMatch(/sha256:[0-9a-f]{64}/);
    expect(await page.locator('.search').isVisible()).toBe(false);
  });
});
