/** Requests about saved maps and embeds, and the addresses of files of a map that is not saved. */
import type { Api } from '../../kit/api.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import type { EmbedSpec, MapSpec } from '../../../server/contract/maps/map.ts';
import type { SessionAnswer } from '../../../server/contract/people/people.ts';

export type SessionUser = SessionAnswer['user'];
export type FileFormat = 'svg' | 'png' | 'csv' | 'txt' | 'geojson';

const PREVIEWS = { svg: 'previewSvg', png: 'previewPng', csv: 'previewCsv', txt: 'previewTxt', geojson: 'previewGeojson' } as const;

/** Same origin: reading needs no account. */
export function fileHref(spec: MapSpec, format: FileFormat, query: Record<string, string> = {}): string {
  return toAddress(PREVIEWS[format], {}, { ...query, spec: JSON.stringify(spec) });
}

export function createShareApi({ call }: Pick<Api, 'call'>) {
  return {
    user: async (): Promise<SessionUser> => (await call('getSession')).user,
    listMaps: async () => (await call('listMaps')).maps,
    create: (spec: MapSpec) => call('createMap', { body: { spec } }),
    change: (id: string, spec: MapSpec) => call('changeMap', { params: { id }, body: { spec } }),
    duplicate: (id: string) => call('duplicateMap', { params: { id } }),
    remove: (id: string) => call('deleteMap', { params: { id } }),
    restore: (id: string) => call('restoreMap', { params: { id } }),
    listEmbeds: async (id: string) => (await call('listEmbeds', { params: { id } })).embeds,
    createEmbed: (id: string, spec: EmbedSpec) => call('createEmbed', { params: { id }, body: spec }),
    changeEmbed: (id: string, spec: EmbedSpec) => call('changeEmbed', { params: { id }, body: spec }),
  };
}
