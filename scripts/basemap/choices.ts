/** What is said of land and borders that states do not agree on (decision 0067): the lists that the ground is built by. */

/** Shapes that the sources show apart, and whose they are drawn as; null: as land that is said to be nobody's. */
export const DRAWN_AS: Record<string, string | null> = {
  // Natural Earth 1:50 million, as visionscarto names them.
  SOL: 'SOM',
  CYN: 'CYP',
  IOA: 'AUS',
  ATC: 'AUS',
  KAS: null,
  // Natural Earth 1:10 million.
  Somaliland: 'SOM',
  'N. Cyprus': 'CYP',
  'Cyprus U.N. Buffer Zone': 'CYP',
  Dhekelia: 'CYP',
  Akrotiri: 'CYP',
  Kosovo: 'XKX',
  'USNB Guantanamo Bay': 'CUB',
  Baikonur: 'KAZ',
  'Indian Ocean Ter.': 'AUS',
  'Coral Sea Is.': 'AUS',
  'Clipperton I.': 'FRA',
  'Siachen Glacier': null,
  'Spratly Is.': null,
  'Scarborough Reef': null,
  'Bajo Nuevo Bank': null,
  'Serranilla Bank': null,
};

/** Lines that stay though one country is on both sides of them. */
export const KEPT_LINES: readonly (readonly [string, string])[] = [
  ['CYN', 'CYP'],
  ['N. Cyprus', 'Cyprus U.N. Buffer Zone'],
  ['CYP', 'Cyprus U.N. Buffer Zone'],
];

/** Lines within a state that are no borders. */
export const NO_LINES: readonly (readonly [string, string])[] = [
  ['CHN', 'HKG'],
  ['CHN', 'MAC'],
];

export interface Dashed {
  between: readonly [string, string];
  /** Only there: west, south, east, north. */
  within?: readonly [number, number, number, number];
  why: string;
  /** What the line is; not determined where nothing is said. */
  as?: 'control' | 'ceasefire';
}

/** Borders that are drawn dashed or dotted, as they are on the maps of the United Nations. */
export const DASHED: readonly Dashed[] = [
  { between: ['SDN', 'SSD'], why: 'final boundary not yet determined; Abyei' },
  { between: ['EGY', 'SDN'], within: [33, 21, 38, 24], why: 'Hala’ib and Bir Tawil' },
  { between: ['KEN', 'SSD'], why: 'Ilemi triangle' },
  { between: ['ESH', 'MAR'], why: 'Western Sahara is a non-self-governing territory' },
  { between: ['SRB', 'XKX'], why: 'Security Council resolution 1244 (1999)' },
  { between: ['IND', 'PAK'], within: [73, 32.4, 79, 37.5], why: 'Jammu and Kashmir, Line of Control', as: 'control' },
  { between: ['CHN', 'PAK'], why: 'Jammu and Kashmir' },
  { between: ['CHN', 'IND'], why: 'Aksai Chin, Arunachal Pradesh and places between' },
  { between: ['IND', 'KAS'], why: 'Siachen' },
  { between: ['KAS', 'PAK'], why: 'Siachen' },
  { between: ['CHN', 'KAS'], why: 'Siachen' },
  { between: ['IND', 'Siachen Glacier'], why: 'Siachen' },
  { between: ['PAK', 'Siachen Glacier'], why: 'Siachen' },
  { between: ['CHN', 'Siachen Glacier'], why: 'Siachen' },
  { between: ['ISR', 'SYR'], why: 'Golan, lines of 1974', as: 'ceasefire' },
  { between: ['ISR', 'PSE'], why: 'armistice line of 1949', as: 'ceasefire' },
  { between: ['KOR', 'PRK'], why: 'military demarcation line', as: 'ceasefire' },
  { between: ['ETH', 'SOM'], within: [41, 3, 48.1, 8.05], why: 'provisional administrative line' },
  { between: ['CYN', 'CYP'], why: 'United Nations buffer zone', as: 'ceasefire' },
  { between: ['N. Cyprus', 'Cyprus U.N. Buffer Zone'], why: 'United Nations buffer zone', as: 'ceasefire' },
  { between: ['CYP', 'Cyprus U.N. Buffer Zone'], why: 'United Nations buffer zone', as: 'ceasefire' },
  { between: ['ARG', 'CHL'], within: [-74, -50.9, -72.4, -48.7], why: 'Southern Patagonian Ice Field' },
];

/** Neither named nor given a capital. */
export const UNNAMED: readonly string[] = ['ESH', 'XKX', 'TWN', 'FLK', 'SGS', 'IOT', 'GIB', 'MYT', 'HKG', 'MAC'];
/** Of these no capital is marked: the status of Jerusalem is to be agreed on. */
export const NO_CAPITAL: readonly string[] = ['ISR', 'PSE'];

/** Natural Earth 1:10 million draws what is there: these polygons of one are drawn as another’s, by a box that holds them. */
export const MOVED_POLYGONS: readonly { from: string; to: string; box: readonly [number, number, number, number] }[] = [
  { from: 'RUS', to: 'UKR', box: [32, 44, 36.8, 46.4] },
];
/** The same for land that is part of one polygon: everything south of the line between two places. */
export const CUT_OFF = { from: 'MAR', to: 'ESH', line: [[-13.177, 27.667], [-8.681, 27.661]] } as const; // prettier-ignore
