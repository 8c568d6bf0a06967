/** Twins of what is fetched from: an ArcGIS layer, a Kobo form, a CKAN dataset, a collection of OGC API Features, as they answer over HTTP. */
import type { Handler } from '../outside/world.ts';

const json = (body: unknown, status = 200): [number, string] => [status, JSON.stringify(body)];
const answering =
  (answer: (url: URL, headers: Record<string, string | string[] | undefined>) => [number, string]): Handler =>
  (request, response) => {
    const [status, body] = answer(new URL(request.url!, `https://${request.headers.host}`), request.headers);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };

export interface ArcgisTwin {
  records: number;
  maxRecordCount?: number;
  /** Pages come in another order each time, whatever order was asked for. */
  unordered?: boolean;
  /** Pages as asked for are not known. */
  unpaged?: boolean;
  /** Only the own JSON. */
  plain?: boolean;
  /** By ids, records are left out. */
  forgets?: number;
  /** Counted, where it is another number than there are. */
  counts?: number;
  /** GeoJSON is offered, and refused when it is asked for. */
  lies?: boolean;
  /** Nothing says that a page was cut. */
  silent?: boolean;
}

/** Points; ids begin at 11 and leave gaps. */
export function arcgis(twin: ArcgisTwin): Handler {
  const { records, maxRecordCount = 1000, forgets = 0 } = twin;
  const ids = Array.from({ length: records }, (_, at) => 11 + at * 3);
  let turn = 0;
  const geojson = (id: number) => ({
    type: 'Feature',
    id,
    properties: { OBJECTID: id, name: `Place ${id}` },
    geometry: { type: 'Point', coordinates: [id / 100, 5] },
  });
  const esri = (id: number) => ({ attributes: { OBJECTID: id, name: `Place ${id}` }, geometry: { x: id / 100, y: 5 } });
  const set = (chosen: number[], format: string | null, cut: boolean) => {
    const exceeded = cut && !twin.silent ? { exceededTransferLimit: true } : {};
    return format === 'geojson'
      ? { type: 'FeatureCollection', features: chosen.map(geojson), properties: exceeded }
      : { features: chosen.map(esri), ...exceeded };
  };
  return answering((url) => {
    const ask = url.searchParams;
    if (!url.pathname.endsWith('/query'))
      return json({
        name: 'Places',
        maxRecordCount,
        objectIdField: 'OBJECTID',
        fields: [{ name: 'OBJECTID', type: 'esriFieldTypeOID' }],
        supportedQueryFormats: twin.plain ? 'JSON' : 'JSON, geoJSON',
        advancedQueryCapabilities: { supportsPagination: !twin.unpaged },
      });
    if (ask.get('returnCountOnly')) return json({ count: twin.counts ?? records });
    if (ask.get('returnIdsOnly')) return json({ objectIdFieldName: 'OBJECTID', objectIds: ids });
    const format = ask.get('f');
    if (format === 'geojson' && (twin.plain || twin.lies)) return json({ error: { code: 400, message: 'Invalid format' } });
    const given = ask.get('objectIds');
    if (given !== null) return json(set(given.split(',').map(Number).slice(forgets), format, false));
    const offset = twin.unpaged ? 0 : Number(ask.get('resultOffset') ?? 0);
    const size = Math.min(maxRecordCount, Number(ask.get('resultRecordCount') ?? maxRecordCount));
    turn++;
    // As a database without an order gives them: each page from another one.
    const order = twin.unordered ? [...ids.slice(turn * 137), ...ids.slice(0, turn * 137)] : ids;
    return json(set(order.slice(offset, offset + size), format, offset + size < records));
  });
}

export interface KoboTwin {
  records: number;
  limit?: number;
  counts?: number;
  /** Text of `next` after the first page. */
  next?: string;
  /** The second page is cut off in the middle. */
  cuts?: boolean;
  /** The count rises while pages are read. */
  moves?: boolean;
  token?: string;
}

export function kobo(twin: KoboTwin): Handler {
  const { records, limit = 100 } = twin;
  let turn = 0;
  return answering((url, headers) => {
    if (twin.token && headers['authorization'] !== `Token ${twin.token}`) return json({ detail: 'Invalid token.' }, 401);
    const start = Number(url.searchParams.get('start') ?? 0);
    turn++;
    const results = Array.from({ length: Math.max(0, Math.min(limit, records - start)) }, (_, at) => ({
      _id: 5000 - (start + at),
      'group/adm2': `SL01${String(start + at).padStart(2, '0')}`,
      note: at % 2 ? null : 'said "so", twice',
      _geolocation: [8.1, -12.5],
    }));
    const following = new URL(url);
    following.searchParams.set('start', String(start + limit));
    const next = twin.next !== undefined && start === 0 ? twin.next : start + limit < records ? following.href : null;
    const body = JSON.stringify({ count: (twin.counts ?? records) + (twin.moves ? turn : 0), next, previous: null, results });
    return [200, twin.cuts && start > 0 ? body.slice(0, body.length / 2) : body];
  });
}

/** @param links whether items lead on; @param matched what it says there are */
export function collection({
  items,
  page = 10,
  matched = items,
  loops = false,
  elsewhere,
}: {
  items: number;
  page?: number;
  matched?: number | null;
  loops?: boolean;
  elsewhere?: string;
}): Handler {
  return answering((url) => {
    const offset = Number(url.searchParams.get('offset') ?? 0);
    const features = Array.from({ length: Math.max(0, Math.min(page, items - offset)) }, (_, at) => ({
      type: 'Feature',
      id: `place.${String(offset + at).padStart(4, '0')}`,
      properties: { n: offset + at },
      geometry: { type: 'Point', coordinates: [1, 2] },
    }));
    const following = new URL(url);
    following.searchParams.set('offset', String(loops ? 0 : offset + page));
    if (loops) following.searchParams.set('turn', String(Number(url.searchParams.get('turn') ?? 0) + 1));
    const href = elsewhere ?? following.href;
    return json({
      type: 'FeatureCollection',
      features,
      ...(matched === null ? {} : { numberMatched: matched }),
      links:
        offset + page < items || loops
          ? [
              { rel: 'self', href: url.href },
              { rel: 'next', href },
            ]
          : [],
    });
  });
}
