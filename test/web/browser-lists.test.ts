/** Narrowing the chronicle, and the other pages: in a real browser, before the real server and a real record. */

import { describe, expect, test } from 'vitest';

import { visitor } from './support/visitor.ts';

const visit = visitor();

describe('narrowing', () => {
  test('a search narrows the list while one types, stands in the address and is undone by back', async () => {
    const page = await visit.open('/');
    await page.locator('.entry').first().waitFor();
    await page.locator('#search').pressSequentially('pilots');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=pilots');
    await expect
      .poll(() => page.locator('.chronicle-head .count').textContent())
      .toMatch(/^\d articles of 30$/);
    await page.goBack();
    await expect.poll(() => page.locator('#search').inputValue()).toBe('');
    await expect.poll(() => page.locator('.chronicle-head .count').textContent()).toBe('30 articles');
  });

  test('a search on another page leads to the chronicle', async () => {
    const page = await visit.open('/sources');
    await page.keyboard.press('/');
    await page.keyboard.type('pilots');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe('/?q=pilots');
    await page.locator('.entry').first().waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Sources' }).waitFor();
    await expect.poll(() => page.locator('#search').inputValue()).toBe('');
  });

  test('a stance is a chip that can be dropped', async () => {
    const page = await visit.open('/');
    await page.getByLabel('denies').check();
    await page.locator('.chip').waitFor();
    expect(new URL(page.url()).search).toBe('?stance=denies');
    await expect.poll(() => page.locator('.entry').count()).toBe(1);
    await page.locator('.chip').click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });

  test('the speaker of a claim narrows the list to what is according to that speaker', async () => {
    const page = await visit.open('/');
    await page.locator('a.speaker', { hasText: 'The union of pilots' }).first().waitFor();
    await page.locator('a.speaker', { hasText: 'The union of pilots' }).first().click();
    await expect.poll(() => page.locator('.claim-line').count()).toBe(1);
  });

  test('where nothing matches, the condition to drop is named with what it would show', async () => {
    const page = await visit.open('/?q=walrus&stance=denies');
    await page.getByText('0 of 30 articles match').waitFor();
    await expect
      .poll(() => page.locator('.suggestions li').first().textContent())
      .toBe('without text: walrus1 article');
    await page.getByText('without text: walrus').click();
    await expect.poll(() => page.locator('.entry').count()).toBe(1);
  });

  test('a day that is none is said to be none and asks for nothing', async () => {
    const page = await visit.open('/');
    await page.getByLabel('From').fill('2031-99');
    await page.getByText('2024, 2024-05 or 2024-05-17').waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.getByLabel('From').fill('2031-03');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).search).toBe('?from=2031-03');
  });

  test('more is a button, and more is still there on the way back', async () => {
    const page = await visit.open('/');
    await page.getByRole('button', { name: 'Show more articles' }).click();
    await expect.poll(() => page.locator('.entry').count()).toBe(30);
    await page.locator('.entry-headline a').last().click();
    await page.locator('.article-text').waitFor();
    await page.goBack();
    await expect.poll(() => page.locator('.entry').count()).toBe(30);
  });

  test('a query that the server refuses is explained, with its code', async () => {
    const page = await visit.open(`/?q=${'long'.repeat(1500)}`, { expected: [/status of 400/] });
    await page.locator('.problem').waitFor();
    expect(await page.locator('.problem').textContent()).toContain('query-invalid');
    await page.locator('.chip').click();
    await page.locator('.entry').first().waitFor();
  });
});

describe('pages', () => {
  test('articles added while one is away are offered, and shown when asked for', async () => {
    const page = await visit.open('/', { record: 'growing' });
    await expect.poll(() => page.locator('.entry').count()).toBe(1);
    await visit.grow();
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.getByRole('button', { name: '1 new article: show' }).click();
    await expect.poll(() => page.locator('.entry').count()).toBe(2);
  });

  test('a source opens what it gave', async () => {
    const page = await visit.open('/sources');
    await page.getByRole('link', { name: 'feeds.gazette.example' }).click();
    await expect.poll(() => page.locator('.entry').count()).toBe(2);
  });

  test('a speaker opens what is according to that speaker', async () => {
    const page = await visit.open('/speakers');
    await page.getByRole('link', { name: 'The Transport Ministry' }).click();
    await expect.poll(() => page.locator('.entry').count()).toBe(2);
  });

  test('an empty record offers three ways to begin', async () => {
    const page = await visit.open('/', { record: 'empty' });
    expect(await page.locator('.command code').allTextContents()).toHaveLength(3);
  });

  test('what is not there is told with its code', async () => {
    const page = await visit.open('/articles/AR-NOTHERE0', { expected: [/status of 404/] });
    await page.getByText('not-found').waitFor();
    expect(await page.title()).toBe('Article – annalist');
  });

  test('a server that is gone is said to be gone, with what to do, and asked again on request', async () => {
    const page = await visit.open('/', { expected: [/ERR_FAILED/] });
    await page.locator('.entry').first().waitFor();
    await page.route('**/api/**', (route) => route.abort());
    await page.getByLabel('denies').check();
    await page.getByText('annalist does not answer').waitFor();
    expect(await page.locator('.problem').textContent()).toContain('npx annalist serve');
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.locator('.entry').count()).toBe(1);
  });

  test('right-to-left text runs from right to left, block by block', async () => {
    const page = await visit.open('/?language=ar');
    await page.locator('.entry-headline a').click();
    await page.locator('.card').first().waitFor();
    const direction = await page.evaluate<string>(
      'getComputedStyle(document.querySelector(".paragraph")).direction',
    );
    expect(direction).toBe('rtl');
  });
});
