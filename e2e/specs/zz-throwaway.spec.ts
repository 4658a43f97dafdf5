import { expect, expectAxeClean, test } from '../fixtures/test.ts';
test('home', async ({ page }) => { await page.goto(''); await page.waitForTimeout(800); await expectAxeClean(page); });
test('article', async ({ page }) => { await page.goto('a/shamkhani-mamlouk/'); await expect(page.locator('.leaf').first()).toBeVisible(); await expectAxeClean(page); });
