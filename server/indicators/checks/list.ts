/** All checks of indicators, in the order of a report. */
import type { Check } from '../../checks/check.ts';
import type { IndicatorContext } from './context.ts';
import { beforeCheck, keyCheck } from './keys.ts';
import { placeCheck, readingCheck } from './reading.ts';
import { contradictionCheck, missingCheck } from './values.ts';

export const indicatorChecks: Check<IndicatorContext>[] = [readingCheck, placeCheck, missingCheck, contradictionCheck, keyCheck, beforeCheck];
