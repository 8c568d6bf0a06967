/** Search within a version, by name, P-code or coordinates: waits for a pause in typing, drops answers that come too late. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Api } from '../../kit/api.ts';
import type { UnitAnswer } from '../../../server/contract/datasets/api.ts';
import type { Found, PlaceSearch } from './places.ts';
import { parseCoordinates, type Coordinates } from './coordinates.ts';
import type { Option } from '../../ui/combobox.ts';
import { isAbort } from '../../kit/view.ts';
import { shownName } from '../../i18n/names.ts';

const LIMIT = 12;
const WAIT_MS = 140;

export interface SearchContext {
  api: Api;
  dataset: string;
  version: string;
  /** Language that names are shown in. */
  language: string;
  levelLabel: (level: number) => string;
  /** Said beside a name that is only spelt nearly so. */
  similarLabel: string;
  failed: () => void;
  /** Where coordinates are looked up too. */
  places?: PlaceSearch;
}

export class UnitSearch implements ReactiveController {
  options: Option[] = [];
  busy = false;
  /** What to say where there is no answer; null: that there is none. */
  note: string | null = null;
  private found = new Map<string, Found>();
  private timer = 0;
  private aborts = new AbortController();
  private readonly host: ReactiveControllerHost;
  private readonly context: () => SearchContext | null;

  constructor(host: ReactiveControllerHost, context: () => SearchContext | null) {
    this.host = host;
    this.context = context;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.aborts.abort();
  }

  search(text: string): void {
    clearTimeout(this.timer);
    this.aborts.abort();
    this.busy = text !== '';
    if (text) this.timer = window.setTimeout(() => void this.run(text), WAIT_MS);
    else this.options = [];
    this.host.requestUpdate();
  }

  find({ id }: Option): Found | undefined {
    return this.found.get(id);
  }

  private async run(q: string): Promise<void> {
    const context = this.context();
    if (!context) return;
    this.aborts = new AbortController();
    this.note = null;
    const coordinates = context.places ? parseCoordinates(q, context.places.words) : null;
    try {
      await (coordinates ? this.locate(coordinates, context.places!) : this.ask(q, context));
    } catch (error) {
      if (isAbort(error)) return;
      this.options = [];
      context.failed();
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  private async ask(q: string, context: SearchContext): Promise<void> {
    const { units, similar } = await context.api.getUnits(context.dataset, context.version, { q, limit: LIMIT }, this.aborts.signal);
    this.found = new Map(units.map((unit) => [optionId(unit), { unit, place: null }]));
    this.options = units.map((unit) => (similar ? toSimilar(unit, context) : toOption(unit, q, context)));
  }

  private async locate(coordinates: Coordinates, places: PlaceSearch): Promise<void> {
    const { options, note } = await places.find(coordinates, this.aborts.signal);
    this.found = new Map(options.map(({ option, found }) => [option.id, found]));
    this.options = options.map(({ option }) => option);
    this.note = note;
  }
}

function optionId({ level, pcode }: UnitAnswer): string {
  return `${level}:${pcode}`;
}

/** The name that was found may be in another language than the reader's: it then stands below the one that is shown everywhere. */
export function toOption(unit: UnitAnswer, query: string, { language, levelLabel }: Pick<SearchContext, 'language' | 'levelLabel'>): Option {
  const shown = shownName(unit, language);
  const hit = unit.names.find(({ name }) => fold(name).includes(fold(query)));
  const other = !hit || fold(shown.text).includes(fold(query)) ? '' : `${hit.name} · `;
  return { id: optionId(unit), label: shown.text, detail: other + levelLabel(unit.level), code: unit.pcode, lang: shown.lang };
}

/** Nothing is called so; this is. */
function toSimilar(unit: UnitAnswer, context: SearchContext): Option {
  const option = toOption(unit, '', context);
  return { ...option, detail: `${context.similarLabel} · ${option.detail}` };
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
