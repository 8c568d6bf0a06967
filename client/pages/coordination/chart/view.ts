/** `<group-chart>`: the groups drawn as a chart. The arrow keys lead from box to box, Enter opens a group; the list beside it says the same in text. */
import { LitElement, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Group } from '../../../../server/contract/groups/groups.ts';
import type { App } from '../../../kit/view.ts';
import { fullText, nameOf } from '../../../kit/workgroup/names.ts';
import { isLead, organisationShort, type Structure } from '../structure.ts';
import { leadTexts, typeText, type Words } from '../words.ts';
import type { Chart, ChartBox, ChartEdge } from './block.ts';
import { layOut } from './layout.ts';
import { toLines, type Measure } from './lines.ts';
import { neighbour, type Arrow } from './steps.ts';
import './chart.css';

/** Of the text in a box: from its edge, from the strip at its beginning, and the lines' heights and sizes, in pixels. */
const PAD = 9;
const STRIP = 5;
const TITLE = { size: 13.5, weight: 600, line: 17 };
const NAME = { size: 12, weight: 400, line: 14.5 };
const MARK = 16;
/** Around the boxes: rings of the focus, lines beside the last column. */
const MARGIN = 8;
/** No narrower than this, whatever the window. */
const LEAST = 960;
const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

interface Line {
  text: string;
  kind: 'title' | 'name' | 'leads';
  line: number;
}

export class GroupChart extends LitElement {
  static override properties = {
    app: { attribute: false },
    t: { attribute: false },
    structure: { attribute: false },
    found: { attribute: false },
    href: { attribute: false },
    width: { state: true },
    at: { state: true },
    fonts: { state: true },
  };
  declare app: App;
  declare t: Words;
  declare structure: Structure;
  /** null: nothing is looked for. */
  declare found: ReadonlySet<string> | null;
  declare href: (group: string) => string;
  declare private width: number;
  /** The group that the keyboard is at, or the pointer. */
  declare private at: string | null;
  /** Counts sets of letters that arrived: a text that was measured without them is measured again. */
  declare private fonts: number;
  private readonly size = new ResizeObserver(([entry]) => (this.width = Math.round(entry!.contentRect.width)));
  private memo: { key: unknown[]; chart: Chart } | null = null;
  private readonly pen = document.createElement('canvas').getContext('2d');

  constructor() {
    super();
    this.width = 0;
    this.at = null;
    this.fonts = 0;
    this.found = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // At once, because paper does not wait for the observer.
    this.width = Math.round(this.getBoundingClientRect().width);
    this.size.observe(this);
    void document.fonts.ready.then(() => this.fonts++);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.size.disconnect();
  }

  private get chart(): Chart {
    const key = [this.structure, this.width, this.app.direction];
    if (!this.memo || key.some((part, i) => part !== this.memo!.key[i]))
      this.memo = { key, chart: layOut(this.structure.tree, Math.max(LEAST, this.width - 2 * MARGIN), this.app.direction === 'rtl') };
    return this.memo.chart;
  }

  private measure({ size, weight }: { size: number; weight: number }): Measure {
    const { pen } = this;
    if (!pen) return (text) => text.length * size * 0.6;
    return (text) => {
      pen.font = `${weight} ${size}px 'Noto Sans', system-ui, sans-serif`;
      return pen.measureText(text).width;
    };
  }

  private readonly key = (event: KeyboardEvent): void => {
    const from = (event.target as Element).closest<SVGAElement>('[data-group]')?.dataset['group'];
    if (!from || !ARROWS.includes(event.key)) return;
    const to = neighbour(this.chart, from, event.key as Arrow);
    event.preventDefault();
    if (to) this.querySelector<SVGAElement>(`a[data-group="${CSS.escape(to)}"]`)?.focus();
  };

  override render() {
    if (this.width === 0) return nothing;
    const { chart, t } = this;
    const { width, height, boxes, edges } = chart;
    const current = boxes.some(({ id }) => id === this.at) ? this.at : boxes[0]?.id;
    return html`<div class="chart-scroll">
        <svg
          class="chart"
          viewBox="${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}"
          width=${width + 2 * MARGIN}
          role="group"
          aria-label=${t('coordination.chart')}
          @keydown=${this.key}
        >
          ${inOrder(edges).map((edge) => this.renderEdge(edge))} ${boxes.map((box) => this.renderBox(box, box.id === current))}
        </svg>
      </div>
      ${this.renderLegend(edges)}`;
  }

  private renderEdge(edge: ChartEdge): SVGTemplateResult {
    const isOn = this.at !== null && (edge.from === this.at || edge.to === this.at);
    return svg`<path class="chart-edge" data-kind=${edge.kind} ?data-extra=${edge.isExtra} ?data-on=${isOn} d=${pathOf(edge)}></path>`;
  }

  private renderBox(box: ChartBox, isCurrent: boolean): SVGTemplateResult | typeof nothing {
    const group = this.structure.byId.get(box.id);
    if (!group) return nothing;
    const { x, y, width, height } = box;
    const isRtl = this.app.direction === 'rtl';
    const isGap = this.structure.gaps.has(group.id);
    const lines = this.linesOf(group, width, isGap);
    let base = y + (height - lines.reduce((sum, { line }) => sum + line, 0)) / 2;
    const start = isRtl ? x + width - STRIP - PAD : x + STRIP + PAD;
    const label = this.labelOf(group);
    return svg`<a
      class="chart-box"
      data-group=${group.id}
      data-type=${group.type}
      data-status=${group.status}
      ?data-off=${this.found !== null && !this.found.has(group.id)}
      href=${this.href(group.id)}
      tabindex=${isCurrent ? 0 : -1}
      aria-label=${label}
      @focus=${() => (this.at = group.id)}
      @pointerenter=${() => (this.at = group.id)}
    >
      <title>${label}</title>
      <rect class="chart-ground" x=${x} y=${y} width=${width} height=${height} rx="8"></rect>
      <path class="chart-strip" d=${stripOf(box, isRtl)}></path>
      ${lines.map(({ text, kind, line }) => {
        base += line;
        return svg`<text class="chart-${kind}" x=${start} y=${base - line * 0.24}>${text}</text>`;
      })}
      ${isGap ? markOf(isRtl ? x + PAD : x + width - MARK - PAD + 2, y + PAD - 1) : nothing}
    </a>`;
  }

  private linesOf(group: Group, width: number, isGap: boolean): Line[] {
    const { language } = this.app;
    const room = width - STRIP - 2 * PAD;
    const name = nameOf(group, language);
    const short = group.acronym && group.acronym !== name ? group.acronym : null;
    const first = toLines(short ?? name, isGap ? room - MARK : room, short ? 1 : 2, this.measure(TITLE));
    const names = short ? toLines(name, room, 2, this.measure(NAME)) : [];
    const seats = (this.structure.seats.get(group.id) ?? []).filter(isLead);
    const leads = [...new Set(seats.map(({ organisation }) => organisationShort(this.structure.organisations, organisation, language)))];
    const led = toLines(this.app.format.comma(leads), room, 1, this.measure(NAME));
    return [
      ...first.map((text): Line => ({ text, kind: 'title', line: TITLE.line })),
      ...names.map((text): Line => ({ text, kind: 'name', line: NAME.line })),
      ...led.map((text): Line => ({ text, kind: 'leads', line: NAME.line })),
    ];
  }

  /** All that the box says and what it has no room for. */
  private labelOf(group: Group): string {
    const { t, structure, app } = this;
    const { language } = app;
    const gaps = structure.gaps.get(group.id)?.length ?? 0;
    const said = [
      fullText(group, language),
      typeText(t, group.type),
      ...leadTexts({ t, language, organisations: structure.organisations }, structure.seats.get(group.id) ?? []),
    ];
    if (gaps > 0) said.push(t('coordination.gaps.of', { count: gaps }));
    return app.format.comma(said);
  }

  private renderLegend(edges: readonly ChartEdge[]): TemplateResult {
    const { t } = this;
    const sample = (kind: ChartEdge['kind']) =>
      html`<svg width="34" height="10" aria-hidden="true"><path class="chart-edge" data-kind=${kind} d="M2 5H32"></path></svg>`;
    return html`<p class="chart-legend small muted">
      <span>${sample('parent')} ${t('coordination.edge.parent')}</span>
      ${edges.some(({ kind }) => kind === 'reports') ? html`<span>${sample('reports')} ${t('coordination.edge.reports')}</span>` : nothing}
      <span class="chart-keys">${t('coordination.chart.keys')}</span>
    </p>`;
  }
}

/** What lies on the others last: where lines of one trunk run together, the solid one is seen, and the one that is pointed at always. */
const inOrder = (edges: readonly ChartEdge[]): ChartEdge[] => {
  const rank = ({ kind, isExtra }: ChartEdge) => (isExtra ? 0 : kind === 'reports' ? 1 : 2);
  return edges.toSorted((a, b) => rank(a) - rank(b));
};

function pathOf({ points, isExtra }: ChartEdge): string {
  const [[x0, y0], [x1, y1]] = [points[0]!, points.at(-1)!];
  if (!isExtra || points.length > 2) return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`;
  const isUpright = Math.abs(y1 - y0) >= Math.abs(x1 - x0) / 4;
  const [dx, dy] = isUpright ? [0, (y1 - y0) / 2] : [(x1 - x0) / 2, 0];
  return `M${x0} ${y0}C${x0 + dx} ${y0 + dy} ${x1 - dx} ${y1 - dy} ${x1} ${y1}`;
}

/** The coloured edge at the side where reading begins, with the round corners of the box. */
function stripOf({ x, y, width, height }: ChartBox, isRtl: boolean): string {
  const [edge, turn, sweep] = isRtl ? [x + width, -1, 1] : [x, 1, 0];
  return `M${edge + turn * 8} ${y}A8 8 0 0 ${sweep} ${edge} ${y + 8}V${y + height - 8}A8 8 0 0 ${sweep} ${edge + turn * 8} ${y + height}Q${edge + turn * STRIP} ${y + height} ${edge + turn * STRIP} ${y + height - 6}V${y + 6}Q${edge + turn * STRIP} ${y} ${edge + turn * 8} ${y}Z`;
}

const markOf = (x: number, y: number): SVGTemplateResult =>
  svg`<path class="chart-mark" transform="translate(${x} ${y}) scale(0.75)" d="m10 3.500 7.300 13H2.700zM10 8.500v4m0 1.900v.200"></path>`;

customElements.define('group-chart', GroupChart);
