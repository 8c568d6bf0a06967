/** Every finding's text by its code, whatever its family: reports need them all. */
import type { Finding } from '../contract/finding.ts';
import { GEOJSON_MESSAGES } from './findings/geojson.ts';
import { GEOMETRY_MESSAGES } from './findings/geometry.ts';
import { layerMessages } from './findings/layers.ts';
import { LEVEL_MESSAGES } from './findings/levels.ts';
import type { Lang } from '../contract/languages.ts';
import type { Message, Messages } from './text.ts';
import { formatMessage } from './message.ts';
import { nameMessages } from './findings/names.ts';
import { NORMALIZE_MESSAGES } from './findings/normalize.ts';
import { pcodeMessages } from './findings/pcodes.ts';
import { populationMessages } from './findings/population.ts';
import { populationValueMessages } from './findings/populationValues.ts';
import { presenceMessages } from './findings/presence.ts';
import { READ_MESSAGES } from './findings/read.ts';
import { schemaMessages } from './findings/schema.ts';
import { tableMessages } from './findings/table.ts';
import { TOPOLOGY_MESSAGES } from './findings/topology.ts';

export const ALL_MESSAGES: Messages = {
  ...READ_MESSAGES,
  ...GEOJSON_MESSAGES,
  ...tableMessages,
  ...NORMALIZE_MESSAGES,
  ...schemaMessages,
  ...GEOMETRY_MESSAGES,
  ...TOPOLOGY_MESSAGES,
  ...LEVEL_MESSAGES,
  ...pcodeMessages,
  ...nameMessages,
  ...layerMessages,
  ...populationMessages,
  ...populationValueMessages,
  ...presenceMessages,
};

/** A stored finding may be older than the texts: its own English sentence is the fallback. */
function messageOf(code: string): Message | undefined {
  return ALL_MESSAGES[code];
}

export function findingTitle(finding: Pick<Finding, 'code'>, lang: Lang): string {
  return messageOf(finding.code)?.title[lang] ?? finding.code;
}

export function findingText(finding: Pick<Finding, 'code' | 'message' | 'params'>, lang: Lang): string {
  const message = messageOf(finding.code);
  return message ? formatMessage(message.text, lang, finding.params) : finding.message;
}
