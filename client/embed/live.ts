/** The live map of a map page: the same controller and style as the application, over the picture that the server drew. */
import type { TileJson } from '../../server/contract/datasets/api.ts';
import type { MapShapesAnswer, MapSpec, MapUnitAnswer, MapValuesAnswer } from '../../server/contract/maps/map.ts';
import { lookOf } from '../../server/contract/maps/looks.ts';
import type { GroundAnswer } from '../../server/contract/maps/ground.ts';
import { createAround, type Around } from '../map/around/around.ts';
import { boxOfTiles, fitCamera } from '../map/camera.ts';
import { toCoarse } from '../map/layers/coarse.ts';
import { mountMap, type PointedFeature, type PointedUnit } from '../map/controller.ts';
import type { ShownOverlay } from '../map/layers/overlays.ts';
import { mapFonts } from '../map/fonts.ts';
import { toCircles } from '../map/layers/circles.ts';
import { showKey } from './key.ts';
import { readPalette } from '../map/palette.ts';
import { toPrinted } from '../map/layers/printed.ts';
import { PARTIAL } from '../map/patterns.ts';
import type { ShownMap } from '../map/style.ts';
import type { PrintLang } from '../../server/contract/languages.ts';
import { createFormat } from '../i18n/language.ts';
import { languagesOnMap } from '../i18n/names.ts';
// As text: the application's own sheet would restyle the page around the map. A policy without inline styles lets constructed sheets pass.
import mapCss from '../map/map.css?inline';

/** What the server wrote into the page. */
export interface EmbedData {
  id: string;
  framed: boolean;
  live: 'tap' | 'sight' | 'idle' | 'never';
  hosts: string[];
  tilejson: string | null;
  /** What lies around the country; null where there are no tiles. */
  ground: string | null;
  values: string;
  mode: 'auto' | 'light' | 'dark';
  words: Record<
    'live' | 'loading' | 'failed' | 'zero' | 'notReported' | 'aboveOnly' | 'possible' | 'partial' | 'notPlaced' | 'noData' | 'withheld' | 'close' | 'whoFailed',
    string
  >;
}

/** Resolves when the map is drawn. @param focus whether the reader was on the button that is gone now */
export async function showLive(
  box: HTMLElement,
  data: EmbedData,
  [tilejson, answer, ground]: [TileJson, MapValuesAnswer, GroundAnswer | null],
  focus: boolean,
): Promise<void> {
  const { spec, values } = answer;
  const { level } = spec.boundary;
  const size = { width: box.clientWidth, height: box.clientHeight };
  const camera = fitCamera(spec.view ?? boxOfTiles(tilejson), size, { top: 10, right: 10, bottom: 10, left: 10 });
  const available = tilejson.vector_layers.find(({ id }) => id === `adm${level}`)?.minzoom ?? 0;
  const looks = values && toLooks(values, spec.data.kind);
  const more = new Map<string, unknown>([
    ...Object.entries(answer.possible ?? {}),
    ...Object.keys(answer.partial ?? {}).map((pcode) => [pcode, PARTIAL] as const),
  ]);
  // The reader begins at the whole country, where tiles leave deep levels out.
  const coarse = camera.zoom < available ? toCoarse(await getJson<MapShapesAnswer>(data.values.replace(/values$/, 'shapes')), looks, available, more) : null;
  const printed =
    answer.printed &&
    toPrinted(
      level,
      answer.printed.map(([pcode, lon, lat, name, value]) => ({ pcode, lon, lat, name, value })),
    );
  const overlays = answer.layers.map((layer): ShownOverlay => ({ ...layer, from: absolute(layer.from) }));
  const { places } = answer;
  const circles = looks && places ? toCircles(level, looks, (pcode) => places[pcode], size) : null;
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (data.mode === 'auto' ? scheme.matches : data.mode === 'dark');
  const land = () => readPalette(document.documentElement).mapLand;
  const fonts = mapFonts(document.baseURI);
  let around: Around | null = null;
  let change: (() => void) | null = null;
  const surroundings = createAround({
    getJson,
    locale: document.documentElement.lang,
    changed: (more) => {
      around = more;
      change?.();
    },
  });
  if (ground) {
    if (ground.base) (await import('../map/around/baseTiles.ts')).openBaseTiles(ground.base.href);
    await surroundings.load(ground);
  }
  const shown = (): ShownMap => ({
    ground: around?.ground ?? null,
    base: around?.base ?? null,
    levels: [{ level, available, minzoom: 0, maxzoom: 24 }],
    level,
    nameColumn: spec.labels.show === 'pcodes' ? -1 : Math.max(0, columnOf(languagesOnMap(tilejson), spec.labels.lang)),
    labels: spec.labels.show !== 'none',
    printed,
    overlays,
    selected: spec.selected === null ? null : { level: spec.selectedLevel ?? level, pcode: spec.selected },
    palette: readPalette(document.documentElement),
    fonts,
    coarse,
    circles,
    choropleth: values && {
      level,
      breaks: spec.classes.breaks,
      colors: places ? [land()] : isDark() ? answer.colours.dark : answer.colours.light,
      looks: true,
    },
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(mapCss);
  document.adoptedStyleSheets.push(sheet);
  const container = document.createElement('div');
  container.className = 'live';
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  box.append(container, tip);
  // The ground is credited below, with the other sources; what lies below it all is not known there.
  if (ground?.base) box.append(Object.assign(document.createElement('small'), { className: 'credit', textContent: ground.base.attribution }));
  const number = createFormat(document.documentElement.lang as PrintLang);
  const measure = spec.data.kind === 'presence' ? spec.data.measure.is : null;
  const write = (value: number) => {
    if (answer.style === 'percent') return `\u2066${number.percent(value / 100)}\u2069`;
    const text = number.number(measure === 'ratio' ? Math.round(value) : Math.round(Math.abs(value) * 10) / 10);
    // The sign stays before its digits in Arabic too.
    return measure === 'change' || answer.style?.startsWith('change') ? `\u2066${value > 0 ? '+' : value < 0 ? '−' : ''}${text}\u2069` : text;
  };
  const nameOf = (unit: PointedUnit) => unit.names[shown().nameColumn] ?? unit.names.find(Boolean) ?? unit.pcode;
  const valueOf = (pcode: string) => {
    const value = values?.[pcode];
    const most = answer.possible?.[pcode];
    const part = answer.partial?.[pcode];
    const possible = part ? `${data.words.partial} (${part.join('/')})` : most === undefined ? '' : `${data.words.possible}: ${write(most)}`;
    return value === undefined ? '' : typeof value === 'number' ? [write(value), possible].filter(Boolean).join(' · ') : possible || data.words[value];
  };
  const say = (unit: PointedUnit | null) => {
    tip.hidden = !unit?.pcode;
    if (!unit?.pcode) return;
    tip.textContent = [nameOf(unit), valueOf(unit.pcode)].filter(Boolean).join(': ');
    tip.style.left = `${Math.min(unit.x + 12, size.width - tip.offsetWidth - 4)}px`;
    tip.style.top = `${Math.max(4, unit.y - tip.offsetHeight - 8)}px`;
  };
  const who = createWho(box, data);
  const tell = (unit: PointedUnit | null) => {
    const names = spec.data.kind === 'presence' && unit?.pcode;
    say(names ? null : unit);
    if (names) who.open(unit.pcode, nameOf(unit), valueOf(unit.pcode));
    else who.close();
  };
  /** What is there of a layer, by name, below what the layer is called. */
  const tellFeatures = (features: PointedFeature[]) => {
    say(null);
    const titles = [...new Set(features.map(({ layer }) => answer.layers.find(({ id }) => id === layer)?.title ?? ''))];
    who.list(titles.join(' · '), features.map(({ name, id }) => name || `№ ${id}`)); // prettier-ignore
  };
  container.style.visibility = 'hidden';
  const drawn = new Promise<void>((resolve, reject) => {
    const paint = () => {
      // Values have a place only once the tiles' source is there; until they are painted the picture stays in sight.
      if (looks) map.setValues(level, looks, more);
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    };
    const map = mountMap(container, {
      tilejson,
      shown: shown(),
      camera,
      text: { label: document.title },
      // A tile that fails leaves a hole; without a context there is no map.
      events: {
        ready: paint,
        error: (error) => /webgl/i.test(error.message) && reject(error),
        hover: say,
        select: tell,
        features: tellFeatures,
        move: (at) => surroundings.look(at, size),
      },
      cooperative: data.framed,
    });
    change = () => map.update(shown());
    scheme.addEventListener('change', change);
    new ResizeObserver(() => {
      size.width = box.clientWidth;
      size.height = box.clientHeight;
      map.resize();
    }).observe(box);
  });
  await drawn.catch((error: unknown) => {
    // The picture is still there; what was begun above it goes.
    for (const part of [container, tip]) part.remove();
    throw error;
  });
  container.style.visibility = '';
  // What cannot be seen cannot have the focus.
  if (focus) container.querySelector('canvas')?.focus();
  box.querySelector(':scope > svg')?.setAttribute('hidden', '');
  if (circles) showKey(box, circles, write);
  box.dataset['live'] = 'true';
}

/** Of what lies at one place; a crowd is counted. */
const MOST_LISTED = 8;

function absolute(from: ShownOverlay['from']): ShownOverlay['from'] {
  // A worker fetches them, and knows no page that they could be relative to.
  const whole = (href: string) => new URL(href, document.baseURI).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
  return 'geojson' in from ? { geojson: whole(from.geojson as string) } : { ...from, tiles: whole(from.tiles) };
}

/** Who is in a unit: asked for when somebody points at it, since a list for every unit would cost more than the map. */
function createWho(box: HTMLElement, data: EmbedData) {
  let card: HTMLElement | null = null;
  const close = () => {
    card?.remove();
    card = null;
  };
  const show = (name: string, value: string) => {
    close();
    const own = document.createElement('section');
    own.className = 'who';
    own.setAttribute('role', 'status');
    const title = document.createElement('b');
    title.dir = 'auto';
    title.textContent = name;
    const text = document.createElement('span');
    text.textContent = value;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '✕';
    button.setAttribute('aria-label', data.words.close);
    button.addEventListener('click', close);
    own.append(title, text, button);
    box.append(own);
    card = own;
    return own;
  };
  const listOf = (names: readonly string[]) => {
    const list = document.createElement('ul');
    list.append(...names.map((name) => Object.assign(document.createElement('li'), { dir: 'auto', textContent: name })));
    return list;
  };
  const list = (title: string, names: readonly string[]) =>
    show(title, '').append(listOf(names.slice(0, MOST_LISTED)), names.length > MOST_LISTED ? `+${names.length - MOST_LISTED}` : '');
  const open = (pcode: string, name: string, value: string) => {
    const own = show(name, value);
    getJson<MapUnitAnswer>(data.values.replace(/values$/, `units/${encodeURIComponent(pcode)}?lang=${document.documentElement.lang}`)).then(
      ({ organisations }) => {
        const list = listOf((organisations ?? []).map((organisation) => organisation.name));
        if (list.childElementCount > 0) own.append(list);
      },
      // What the map shows of it is known all the same.
      () => own.append(Object.assign(document.createElement('p'), { textContent: data.words.whoFailed })),
    );
  };
  return { open, list, close };
}

function toLooks(values: NonNullable<MapValuesAnswer['values']>, kind: MapSpec['data']['kind']): Map<string, number | string> {
  return new Map(Object.entries(values).map(([code, value]) => [code, typeof value === 'number' ? value : lookOf(value, kind)]));
}

async function getJson<T>(href: string): Promise<T> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  return (await response.json()) as T;
}

/** The very language first, then a variety of it. */
function columnOf(languages: string[], wanted: string): number {
  const exact = languages.indexOf(wanted);
  return exact >= 0 ? exact : languages.findIndex((language) => language.split('-')[0] === wanted);
}
