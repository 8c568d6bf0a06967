/** The few pictures of the interface, drawn with the text's colour. Decorative: the text or label beside them speaks. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const PATHS = {
  search: svg`<circle cx="8.500" cy="8.500" r="5.500"/><path d="m13 13 4.500 4.500"/>`,
  close: svg`<path d="m4.500 4.500 11 11m0-11-11 11"/>`,
  plus: svg`<path d="M10 4v12M4 10h12"/>`,
  minus: svg`<path d="M4 10h12"/>`,
  fit: svg`<path d="M3.500 7.500v-4h4m5 0h4v4m0 5v4h-4m-5 0h-4v-4"/>`,
  person: svg`<circle cx="10" cy="7" r="3.500"/><path d="M3.500 17c.800-3.800 3.300-5.500 6.500-5.500s5.700 1.700 6.500 5.500"/>`,
  home: svg`<path d="m3 9.500 7-6 7 6M5 8.500v8h3.500v-4.500h3v4.500H15v-8"/>`,
  copy: svg`<rect x="7" y="7" width="9.500" height="9.500" rx="1.500"/><path d="M4.500 13h-1V4.500a1 1 0 0 1 1-1H13v1"/>`,
  check: svg`<path d="m4 10.500 4 4 8-9"/>`,
  table: svg`<rect x="3" y="4" width="14" height="12" rx="1.500"/><path d="M3 8.500h14M3 12.300h14M8.500 8.500V16"/>`,
  map: svg`<path d="m3 5.500 4.700-2 4.600 2 4.700-2v11l-4.700 2-4.600-2-4.700 2zM7.700 3.500v11m4.600-9v11"/>`,
  download: svg`<path d="M10 3.500v9m-4-3.700 4 4 4-4M4 16.500h12"/>`,
  share: svg`<circle cx="5" cy="10" r="2"/><circle cx="14.500" cy="5" r="2"/><circle cx="14.500" cy="15" r="2"/><path d="m6.800 9 5.900-3m-5.900 5 5.900 3"/>`,
  language: svg`<circle cx="10" cy="10" r="7"/><path d="M3 10h14M10 3c-5.300 5-5.300 9 0 14 5.300-5 5.300-9 0-14z"/>`,
  chevron: svg`<path d="m7.500 4.500 5.500 5.500-5.500 5.500"/>`,
  up: svg`<path d="m4.500 12.500 5.500-5.500 5.500 5.500"/>`,
  layers: svg`<path d="m10 3.500 7 3.700-7 3.700-7-3.700zM3.500 10.700l6.500 3.500 6.500-3.500M3.500 14l6.500 3.300L16.500 14"/>`,
  warning: svg`<path d="m10 3.500 7.300 13H2.700zM10 8.500v4m0 1.900v.200"/>`,
  error: svg`<circle cx="10" cy="10" r="7"/><path d="M10 6v5m0 2.600v.200"/>`,
  offline: svg`<path d="M3 3.500 17 17M5.500 10.500a7 7 0 0 1 2.300-1.500M3 7.500a10.500 10.500 0 0 1 2.400-1.700m4-1A10.500 10.500 0 0 1 17 7.500m-5 1.400a7 7 0 0 1 2.500 1.600M8 13.300a3 3 0 0 1 4 0m-2 2.900v.200"/>`,
  info: svg`<circle cx="10" cy="10" r="7"/><path d="M10 9.300v4.700m0-7.800v.200"/>`,
  filter: svg`<path d="M3 5.500h14M5.500 10h9M8 14.500h4"/>`,
  list: svg`<path d="M7 5.500h10M7 10h10M7 14.500h10M3 5.500h.500M3 10h.500M3 14.500h.500"/>`,
  grid: svg`<path d="M3.500 3.500h13v13h-13zM8 3.500v13M12.300 3.500v13M3.500 8h13M3.500 12.300h13"/>`,
  pin: svg`<circle cx="10" cy="10" r="6.500"/><circle cx="10" cy="10" r="1.500"/>`,
  phone: svg`<path d="M6.300 3.500 8 7.200 6.400 8.600c.900 2 2.900 4 5 5l1.400-1.600 3.700 1.700v2.800c-7 1-13.500-6-13-13z"/>`,
  chat: svg`<path d="M3.500 4.500h13v9H9l-3.500 3v-3h-2z"/>`,
  eye: svg`<path d="M2.500 10c2-3.700 4.500-5.500 7.500-5.500s5.500 1.800 7.500 5.500c-2 3.700-4.500 5.500-7.500 5.500S4.500 13.700 2.500 10z"/><circle cx="10" cy="10" r="2.300"/>`,
  qr: svg`<path d="M3.500 3.500h5v5h-5zM11.500 3.500h5v5h-5zM3.500 11.500h5v5h-5zM11.500 11.500h2v2h-2zM16.500 11.500v5h-3M6 6v.010M14 6v.010M6 14v.010"/>`,
  file: svg`<path d="M5 3.500h6.500l3.500 3.500v9.500H5zM11.500 3.500V7H15"/>`,
  mail: svg`<rect x="2.500" y="4.500" width="15" height="11" rx="1.500"/><path d="m3 5.500 7 5.500 7-5.500"/>`,
  bell: svg`<path d="M4.500 14.500h11l-1.300-2v-3.700a4.200 4.200 0 0 0-8.400 0v3.700zM8.500 17h3"/>`,
  calendar: svg`<rect x="3" y="4.500" width="14" height="12" rx="1.500"/><path d="M3 8.500h14M7 2.500v3.500m6-3.500v3.500"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName, size = 20): TemplateResult {
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.600"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${PATHS[name]}
  </svg>`;
}
