/** Addresses of what the 3W page counts, for programs and spreadsheets. Pure. */
import { toAddress } from '../../../server/contract/paths.ts';
import type { CountDefinition } from '../../../server/contract/presence/presence.ts';
import { DEFINITION } from './state.ts';

const FILES = {
  summary: 'getPresenceSummary',
  'hapi.csv': 'getHapiCsv',
  'hxl.csv': 'getHxlCsv',
  'records.csv': 'getRecordsCsv',
  'matrix.csv': 'getMatrixCsv',
  'organisations.csv': 'getListsCsv',
  'workbook.xlsx': 'getPresenceXlsx',
} as const;
export type PresenceFile = keyof typeof FILES;

/** The definition as the API asks for it; defaults are not written. */
export function definitionQuery({ unit, role, statuses, sectors, orgTypes, orgs, from, to }: CountDefinition): Record<string, string> {
  const set = (name: string, value: string, standard: string) => (value === standard ? {} : { [name]: value });
  return {
    ...set('unit', unit, DEFINITION.unit),
    ...set('role', role, DEFINITION.role),
    ...set('status', statuses.join(','), DEFINITION.statuses.join(',')),
    ...set('sector', sectors.join(','), ''),
    ...set('orgType', orgTypes.join(','), ''),
    ...set('org', orgs.join(','), ''),
    // The API takes both ends; an open one is a day that no record is beyond.
    ...(from === null && to === null ? {} : { period: `${from ?? '0001-01-01'}/${to ?? '9999-12-31'}` }),
  };
}

export function presenceHref(dataset: string, file: PresenceFile, definition: CountDefinition, more: Record<string, string>): string {
  // Every row of the source, counted or not.
  const query = file === 'records.csv' ? {} : definitionQuery(definition);
  return toAddress(FILES[file], { id: dataset }, { ...query, ...more });
}
