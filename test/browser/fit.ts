/** What makes a page fit for everybody, looked at in the browser: each function returns what is wrong. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Run in the page, so it is text here: the tests' types know no document. */
const VIOLATIONS = `axe.run(document, {
  runOnly: { type: 'tag', values: ${JSON.stringify(STANDARDS)} },
  resultTypes: ['violations'],
}).then(({ violations }) => violations.map(({ id, nodes }) =>
  id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' | ')))`;

/** Rules of WCAG 2.2 AA and good practice that the page breaks, with the elements that do. */
export async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe });
  return page.evaluate(VIOLATIONS);
}

/** Elements that hide a part of their text; what scrolls by itself or is for screen readers hides nothing. */
const CUT = `[...document.querySelectorAll('body *')].filter((element) =>
  /hidden|clip/u.test(getComputedStyle(element).overflowX) &&
  element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1 &&
  !element.matches('input, select, textarea, meter, option') &&
  !element.closest('.hidden, .skip')).map(({ outerHTML }) => 'cuts ' + outerHTML.slice(0, 120))`;

/** At a width: 360 is a telephone, 640 a screen of 1280 at 200 %. */
export async function narrow(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 740 });
  const wide: number = await page.evaluate('document.documentElement.scrollWidth');
  const cut: string[] = await page.evaluate(CUT);
  return [...(wide > width ? [`${wide} px wide at ${width}`] : []), ...cut];
}

const PRINTED = `(() => {
  const shown = (element) => element.getClientRects().length > 0;
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/gu).slice(0, 3).map((value) => {
      const part = Number(value) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const onPaper = (element) => 1.05 / (light(getComputedStyle(element).color) + 0.05);
  const named = (fault) => (element) => fault + ' ' + element.outerHTML.slice(0, 120);
  return [
    ...[...document.querySelectorAll('nav, form, button, input, .skip')].filter(shown).map(named('prints')),
    ...[...document.querySelectorAll('main a, main p, main td')]
      .filter((element) => shown(element) && onPaper(element) < 4.5).map(named('too light on paper:')),
    ...(document.querySelector('h1') && !shown(document.querySelector('h1')) ? ['prints no headline'] : []),
  ];
})()`;

/** On paper: no navigation and no forms, and text that can be read, also where the screen is dark. */
export async function printed(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const faults: string[] = await page.evaluate(PRINTED);
  await page.emulateMedia({ media: null, colorScheme: null });
  return faults;
}
