/** What axe finds on a page of a test. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Result, RunOptions } from 'axe-core';
import type { Frame, Page, ViewportSize } from 'playwright-core';

/** The small build: to send and read the other took more than half of what a page costs here. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Only breaches are written out: the same breaches in two fifths of the time (3.6 s of a processor for 8.5 s on a table of 83 areas). */
const OPTIONS: RunOptions = { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

/** Contrast is nine tenths of axe's work and the same for the same looks: of each, so many texts are measured. */
const MEASURED_OF_A_LOOK = 4;
const MEASURED = 'data-contrast-measured';

/** Breaches of WCAG 2.2 AA, in the page and in frames of its own site. Every rule sees every element, but contrast only the first few of each look. */
export async function violationsOf(page: Page): Promise<Result[]> {
  await Promise.all(page.frames().map(prepare));
  return page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    return violations;
  }, OPTIONS);
}

export const SCREEN = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export interface Look {
  viewport: ViewportSize;
  colorScheme: 'light' | 'dark';
}

/** Each look of a page in turn, loaded once: to load it again for another width or theme was half of the work. `inspect` finds it as it is then drawn. */
export async function eachLook(page: Page, looks: readonly Look[], inspect: (look: Look) => Promise<void>): Promise<void> {
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize(look.viewport);
    // What answers to the new size has answered, and is drawn.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)))));
    await inspect(look);
  }
}

async function prepare(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(SOURCE);
  await frame.evaluate(markLooks, { mark: MEASURED, most: MEASURED_OF_A_LOOK });
}

/**
 * In the browser: marks texts for the rule of contrast. Two look the same if all that the rule reads is the same on them and on each element
 * around them: colours, pictures, opacity, size and weight of letters, layers. Fields and what holds a slot are always marked.
 */
function markLooks({ mark, most }: { mark: string; most: number }): void {
  const { axe: here } = window as unknown as { axe: typeof axe };
  const looks = new Map<string, number>();
  const known = new Map<Element, number>();
  const marked = new Map<number, number>();
  const styleOf = (element: Element, pseudo?: string): string => {
    const style = getComputedStyle(element, pseudo);
    if (pseudo && style.content === 'none') return '';
    const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, textShadow, webkitTextStrokeColor } = style;
    const { display, visibility, position, zIndex, overflow, clipPath, filter, mixBlendMode } = style;
    return [color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, textShadow, webkitTextStrokeColor]
      .concat(display, visibility, position, zIndex, overflow, clipPath, filter, mixBlendMode)
      .join();
  };
  /** The element around it as it is drawn: that of its slot, where it has one. */
  const around = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const lookOf = (element: Element): number => {
    let look = known.get(element);
    if (look !== undefined) return look;
    const outer = around(element);
    const isOff = element.matches(':disabled, [aria-disabled=true], [inert]');
    const key = [outer ? lookOf(outer) : '', element.localName, isOff, styleOf(element), styleOf(element, '::before'), styleOf(element, '::after')].join('|');
    look = looks.get(key) ?? looks.size;
    looks.set(key, look);
    known.set(element, look);
    return look;
  };
  const isMeasured = (element: Element): boolean => {
    if (element.matches('input, select, textarea, :has(> slot)')) return true;
    if (![...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue!.trim() !== '')) return false;
    const look = lookOf(element);
    const count = marked.get(look) ?? 0;
    marked.set(look, count + 1);
    return count < most;
  };
  const walk = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      element.toggleAttribute(mark, isMeasured(element));
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  here.configure({ rules: [{ id: 'color-contrast', selector: `[${mark}]` }] });
}
