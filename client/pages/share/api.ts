/** Requests about saved maps and embeds, and the addresses of files of a map that is not saved. */
import type { Api } from '../../kit/api.ts';
import type { EmbedAnswer, EmbedSpec, MapAnswer, MapSpec } from '../../../server/contract/maps/map.ts';
import type { SessionAnswer } from '../../../server/contract/people/people.ts';

export type FileFormat = 'svg' | 'png' | 'csv' | 'geojson';

/** Same origin: reading needs no account. */
export function fileHref(spec: MapSpec, format: FileFormat, query: Record<string, string> = {}): string {
  return `/preview.${format}?${new URLSearchParams({ ...query, spec: JSON.stringify(spec) })}`;
}

export function createShareApi(api: Pick<Api, 'request'>) {
  const send = <T>(method: string, path: string, body?: unknown) =>
    api.request<T>(`/api/v1${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  return {
    maySave: async (): Promise<boolean> => (await api.request<SessionAnswer>('/api/v1/session')).user?.permissions.includes('map.write') ?? false,
    listMaps: async (): Promise<MapAnswer[]> => (await api.request<{ maps: MapAnswer[] }>('/api/v1/maps')).maps,
    create: (spec: MapSpec) => send<MapAnswer>('POST', '/maps', { spec }),
    change: (id: string, spec: MapSpec) => send<MapAnswer>('PUT', `/maps/${id}`, { spec }),
    duplicate: (id: string) => send<MapAnswer>('POST', `/maps/${id}/duplicate`),
    remove: (id: string) => send<MapAnswer>('DELETE', `/maps/${id}`),
    restore: (id: string) => send<MapAnswer>('POST', `/maps/${id}/restore`),
    listEmbeds: async (id: string): Promise<EmbedAnswer[]> => (await api.request<{ embeds: EmbedAnswer[] }>(`/api/v1/maps/${id}/embeds`)).embeds,
    createEmbed: (id: string, spec: EmbedSpec) => send<EmbedAnswer>('POST', `/maps/${id}/embeds`, spec),
    changeEmbed: (id: string, spec: EmbedSpec) => send<EmbedAnswer>('PUT', `/embeds/${id}`, spec),
  };
}
