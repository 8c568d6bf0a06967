/** What a map says in words: definition, summary, sources. In the four languages, from facts only; nothing is counted here twice. */
import { toIso3 } from '../contract/ids.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { MapFacts, MapPanel } from './facts.ts';
import type { MapSpec } from '../contract/maps/map.ts';
import type { Lang } from '../words/pictures.ts';
import { localeOf, rowsText, word } from '../words/pictures.ts';

export interface MapWords {
  legendTitle: string;
  /** What the numbers count, with the period. */
  definition: string;
  /** The map in one or two sentences, for those who do not see it. */
  summary: string;
  /** One entry for each dataset: what, whose, which version, of which date, which licence. */
  sources: string[];
}

const TEXT = {
  level: { en: 'admin {n} units', fr: 'unités de niveau {n}', es: 'unidades de nivel {n}', ar: 'وحدات المستوى {n}' },
  definition: {
    boundaries: { en: '{units} {level}.', fr: '{units} {level}.', es: '{units} {level}.', ar: '{units} {level}.' },
    people: { en: 'People by {level}', fr: 'Habitants par {level}', es: 'Habitantes por {level}', ar: 'السكان حسب {level}' },
    density: { en: 'People per km² by {level}', fr: 'Habitants par km², {level}', es: 'Habitantes por km², {level}', ar: 'السكان لكل كم²، {level}' },
  },
  words: {
    sex: {
      f: { en: 'women and girls', fr: 'femmes et filles', es: 'mujeres y niñas', ar: 'الإناث' },
      m: { en: 'men and boys', fr: 'hommes et garçons', es: 'hombres y niños', ar: 'الذكور' },
    },
    group: { en: 'group: {age}', fr: 'groupe : {age}', es: 'grupo: {age}', ar: 'الفئة: {age}' },
    age: { en: 'aged {age}', fr: 'âge : {age}', es: 'edad: {age}', ar: 'العمر: {age}' },
    asOf: { en: 'Period of the data: {period}', fr: 'Période des données : {period}', es: 'Período de los datos: {period}', ar: 'فترة البيانات: {period}' },
    redacted: {
      en: 'Sensitive source: small counts, and those that would tell them, are withheld',
      fr: 'Source sensible : les petits nombres, et ceux qui les révéleraient, ne sont pas communiqués',
      es: 'Fuente sensible: no se divulgan los recuentos pequeños ni los que los revelarían',
      ar: 'مصدر حساس: تُحجب الأعداد الصغيرة وما قد يكشفها',
    },
    ratio: {
      en: 'People of the population{year} for each organisation present',
      fr: 'Habitants, selon la population{year}, pour chaque organisation présente',
      es: 'Habitantes de la población{year} por cada organización presente',
      ar: 'عدد السكان{year} لكل منظمة حاضرة',
    },
    caveat: {
      en: 'Presence says nothing of volume or quality',
      fr: 'La présence ne dit rien du volume ni de la qualité',
      es: 'La presencia no dice nada del volumen ni de la calidad',
      ar: 'لا يدل الحضور على حجم العمل ولا على جودته',
    },
    change: {
      en: 'Change between {before} and {now}',
      fr: 'Évolution entre {before} et {now}',
      es: 'Variación entre {before} y {now}',
      ar: 'التغير بين {before} و{now}',
    },
    matrix: {
      en: 'Areas by cluster and area of responsibility; totals count each organisation once',
      fr: 'Zones par cluster et domaine de responsabilité ; les totaux comptent chaque organisation une fois',
      es: 'Áreas por clúster y área de responsabilidad; los totales cuentan cada organización una vez',
      ar: 'المناطق حسب القطاع ومجال المسؤولية؛ تُعدّ كل منظمة مرة واحدة في المجاميع',
    },
    clusters: {
      en: 'One map for each cluster',
      fr: 'Une carte par cluster',
      es: 'Un mapa por clúster',
      ar: 'خريطة لكل قطاع',
    },
    organisations: { en: 'organisations: {n}', fr: 'organisations : {n}', es: 'organizaciones: {n}', ar: 'المنظمات: {n}' },
    units: { en: 'units: {n}', fr: 'unités : {n}', es: 'unidades: {n}', ar: 'الوحدات: {n}' },
    license: { en: 'licence {name}', fr: 'licence {name}', es: 'licencia {name}', ar: 'الرخصة {name}' },
  },
  summary: {
    boundaries: {
      en: '{country}: map of {units} {level}.',
      fr: '{country} : carte de {units} {level}.',
      es: '{country}: mapa de {units} {level}.',
      ar: '{country}: خريطة {units} من {level}.',
    },
    values: {
      en: '{country}: {what}: {total}. Numbers for {with} of {units} {level}.',
      fr: '{country} : {what} : {total}. Chiffres pour {with} des {units} {level}.',
      es: '{country}: {what}: {total}. Cifras de {with} de {units} {level}.',
      ar: '{country}: {what}: {total}. الأرقام متاحة لـ {with} من أصل {units} من {level}.',
    },
    density: {
      en: '{country}: {what}. Numbers for {with} of {units} {level}.',
      fr: '{country} : {what}. Chiffres pour {with} des {units} {level}.',
      es: '{country}: {what}. Cifras de {with} de {units} {level}.',
      ar: '{country}: {what}. الأرقام متاحة لـ {with} من أصل {units} من {level}.',
    },
    change: {
      en: '{country}: {what}: {totals}more in {more}, fewer in {fewer}, the same in {same} of {units} {level}.',
      fr: '{country} : {what} : {totals}plus dans {more}, moins dans {fewer}, autant dans {same} des {units} {level}.',
      es: '{country}: {what}: {totals}más en {more}, menos en {fewer}, igual en {same} de {units} {level}.',
      ar: '{country}: {what}: {totals}زيادة في {more}، ونقص في {fewer}، ودون تغيير في {same} من أصل {units} من {level}.',
    },
    totals: {
      en: 'from {before} to {now} in all; ',
      fr: 'de {before} à {now} au total ; ',
      es: 'de {before} a {now} en total; ',
      ar: 'من {before} إلى {now} إجمالًا؛ ',
    },
    least: { en: 'Least: {name} ({n}).', fr: 'Minimum : {name} ({n}).', es: 'Mínimo: {name} ({n}).', ar: 'الأدنى: {name} ({n}).' },
    most: { en: 'Most: {name} ({n}).', fr: 'Maximum : {name} ({n}).', es: 'Máximo: {name} ({n}).', ar: 'الأعلى: {name} ({n}).' },
    nowhere: { en: 'Without a place: {n}.', fr: 'Sans lieu : {n}.', es: 'Sin lugar: {n}.', ar: 'بلا مكان: {n}.' },
    above: {
      en: 'Known only for a larger area: {n}.',
      fr: 'Connu seulement pour une zone plus large : {n}.',
      es: 'Conocido solo para un área mayor: {n}.',
      ar: 'معروف لمنطقة أكبر فقط: {n}.',
    },
    inDoubt: {
      en: 'In doubt, waiting for a decision: {n}.',
      fr: 'Lieu incertain, en attente d’une décision : {n}.',
      es: 'Lugar dudoso, a la espera de una decisión: {n}.',
      ar: 'المكان غير مؤكد وبانتظار قرار: {n}.',
    },
    carried: {
      en: 'From boundaries {from} to {to}, rows that follow a unit with a new code or merged into another: {n}; rows in doubt, as their unit was split or is gone: {lost}.',
      fr: 'Des limites {from} à {to}, lignes qui suivent une unité recodée ou fusionnée : {n} ; lignes incertaines, leur unité ayant été divisée ou supprimée : {lost}.',
      es: 'De los límites {from} a {to}, filas que siguen a una unidad recodificada o fusionada: {n}; filas en duda porque su unidad se dividió o desapareció: {lost}.',
      ar: 'من الحدود {from} إلى {to}، صفوف تتبع وحدة تغيّر رمزها أو دُمجت: {n}؛ وصفوف غير مؤكدة لأن وحدتها قُسّمت أو زالت: {lost}.',
    },
    notCompared: {
      en: 'Boundaries {from} and {to} were never compared: codes are taken as they are.',
      fr: 'Les limites {from} et {to} n’ont jamais été comparées : les codes sont pris tels quels.',
      es: 'Los límites {from} y {to} nunca se compararon: los códigos se toman tal cual.',
      ar: 'لم تُقارن الحدود {from} و{to}: تؤخذ الرموز كما هي.',
    },
    withheld: {
      en: 'The number is withheld for {n} of {units} {level}.',
      fr: 'Nombre non communiqué pour {n} des {units} {level}.',
      es: 'El número no se divulga en {n} de {units} {level}.',
      ar: 'العدد محجوب في {n} من أصل {units} من {level}.',
    },
    undated: {
      en: '{n} records without a date are left out.',
      fr: '{n} enregistrements sans date sont exclus.',
      es: 'Se excluyen {n} registros sin fecha.',
      ar: 'استُبعدت سجلات بلا تاريخ: {n}.',
    },
  },
} as const;

const fill = (text: string, values: Record<string, string>) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
const COMMA: Record<Lang, string> = { en: ', ', fr: ', ', es: ', ', ar: '، ' };

/** @param nameOf a unit's name in the language of the labels */
export function describeMap(facts: MapFacts, lang: Lang): MapWords {
  const { spec, table, values } = facts;
  const number = new Intl.NumberFormat(localeOf(lang), { maximumFractionDigits: 1 });
  const level = fill(TEXT.level[lang], { n: String(table.level) });
  const common = { country: countryName(facts, lang), level, units: number.format(table.units.length) };
  const legendTitle = legendTitleOf(facts, lang);
  if (!values) {
    const definition = fill(TEXT.definition.boundaries[lang], common);
    return { legendTitle, definition, summary: fill(TEXT.summary.boundaries[lang], common), sources: sourcesOf(facts, lang) };
  }
  const numbers = [...values].flatMap(([code, value]) => (typeof value === 'number' ? [{ code, value }] : []));
  const { presence } = facts;
  const total = presence ? presence.total : (facts.population?.total ?? 0);
  const isRate = (spec.data.kind === 'population' && spec.data.measure === 'density') || (spec.data.kind === 'presence' && spec.data.measure.is === 'ratio');
  const isChange = isChangeMap(spec);
  const about = { ...common, what: legendTitle, with: number.format(numbers.length) };
  const sentences: string[] = [];
  if (isChange) {
    const count = (fits: (value: number) => boolean) => number.format(numbers.filter(({ value }) => fits(value)).length);
    const [now, before] = [presence!.total, presence!.totalBefore];
    const totals = now === null || before === null ? '' : fill(TEXT.summary.totals[lang], { before: number.format(before), now: number.format(now) });
    const parts = { totals, more: count((value) => value > 0), fewer: count((value) => value < 0), same: count((value) => value === 0) };
    sentences.push(fill(TEXT.summary.change[lang], { ...about, ...parts }));
  } else if (isRate || total === null) sentences.push(fill(TEXT.summary.density[lang], about));
  else sentences.push(fill(TEXT.summary.values[lang], { ...about, total: number.format(total) }));
  if (numbers.length > 1) {
    const write = valueWriter(spec, lang);
    const say = (text: Record<Lang, string>, { code, value }: { code: string; value: number }) => {
      const unit = table.units.find(({ pcode }) => pcode === code)!;
      sentences.push(fill(text[lang], { name: nameIn(unit.names, lang) || unit.pcode, n: write(value) }));
    };
    const most = numbers.reduce((a, b) => (b.value > a.value ? b : a));
    const least = numbers.reduce((a, b) => (b.value < a.value ? b : a));
    if (!isChange || most.value > 0) say(TEXT.summary.most, most);
    if (isChange && least.value < 0) say(TEXT.summary.least, least);
  }
  const withheld = [...values.values()].filter((value) => value === 'withheld').length;
  if (withheld > 0) sentences.push(fill(TEXT.summary.withheld[lang], { ...common, n: number.format(withheld) }));
  const { notPlaced = null, inDoubt = null, knownOnlyAbove = null, undated = null } = presence ?? {};
  const nowhere = (notPlaced ?? 0) - (inDoubt ?? 0);
  if (inDoubt) sentences.push(fill(TEXT.summary.inDoubt[lang], { n: rowsText(inDoubt, lang) }));
  if (nowhere > 0) sentences.push(fill(TEXT.summary.nowhere[lang], { n: rowsText(nowhere, lang) }));
  if (knownOnlyAbove) sentences.push(fill(TEXT.summary.above[lang], { n: rowsText(knownOnlyAbove, lang) }));
  if (undated) sentences.push(fill(TEXT.summary.undated[lang], { n: number.format(undated) }));
  for (const { from, to, compared, rows } of presence?.carried ?? []) {
    const versions = { from: `\u2068${from}\u2069`, to: `\u2068${to}\u2069` };
    if (!compared) sentences.push(fill(TEXT.summary.notCompared[lang], versions));
    else if (rows.recoded + rows.merged + rows.inDoubt > 0)
      sentences.push(fill(TEXT.summary.carried[lang], { ...versions, n: number.format(rows.recoded + rows.merged), lost: number.format(rows.inDoubt) }));
  }
  return { legendTitle, definition: definitionOf(facts, level, lang), summary: sentences.join(' '), sources: sourcesOf(facts, lang) };
}

export function countryName({ countryNames, boundary }: Pick<MapFacts, 'countryNames' | 'boundary'>, lang: Lang): string {
  return countryNames[lang] ?? countryNames['en'] ?? toIso3(boundary.dataset);
}

export function nameIn(names: readonly { lang: string; name: string }[], lang: string): string {
  return (names.find((name) => name.lang === lang) ?? names.find((name) => name.lang.split('-')[0] === lang) ?? names[0])?.name ?? '';
}

/** How many organisations in how many units a small map shows; in short, the first that is known. */
export function panelText({ organisations, units }: MapPanel, lang: Lang, short = false): string {
  const number = new Intl.NumberFormat(localeOf(lang));
  const parts = [fill(TEXT.words.units[lang], { n: number.format(units) })];
  if (organisations !== null) parts.unshift(fill(TEXT.words.organisations[lang], { n: number.format(organisations) }));
  return short ? parts[0]! : parts.join(COMMA[lang]);
}

const isChangeMap = ({ data }: Pick<MapSpec, 'data'>) => data.kind === 'presence' && data.measure.is === 'change';

/** Whatever surrounds it, a number with its sign runs from left to right (UAX 9 §2.4); only Arabic text could turn it round. */
export const isolate = (text: string, lang: Lang) => (lang === 'ar' ? `\u2066${text}\u2069` : text);

/** With a true minus, not the hyphen that some locales write. */
export const signed = (value: number, number: Intl.NumberFormat) => (value < 0 ? `−${number.format(-value)}` : number.format(value));

/** How a value of the map is written in its table and summary. */
export function valueWriter(spec: Pick<MapSpec, 'data'>, lang: Lang): (value: number) => string {
  const isRatio = spec.data.kind === 'presence' && spec.data.measure.is === 'ratio';
  const number = new Intl.NumberFormat(localeOf(lang), { maximumFractionDigits: isRatio ? 0 : 1 });
  if (!isChangeMap(spec)) return (value) => number.format(value);
  return (value) => isolate(value > 0 ? `+${number.format(value)}` : signed(value, number), lang);
}

/** As a number stands on the map itself: nought is a number too, but not nought people for each organisation; '' for none. */
export function numberWriter(spec: Pick<MapSpec, 'data'>, values: MapFacts['values'], lang: Lang): (pcode: string) => string {
  const write = valueWriter(spec, lang);
  const isRatio = spec.data.kind === 'presence' && spec.data.measure.is === 'ratio';
  return (pcode) => {
    const value = values?.get(pcode);
    return typeof value === 'number' ? write(value) : value === 'zero' && !isRatio ? write(0) : '';
  };
}

function legendTitleOf({ spec: { data } }: MapFacts, lang: Lang): string {
  if (data.kind === 'boundaries') return word('boundaries', lang);
  if (data.kind === 'population') return word(data.measure, lang);
  const { unit } = data.definition;
  if (data.measure.is === 'ratio') return word('ratio', lang);
  if (data.measure.is === 'change')
    return word(unit === 'people' ? 'changeOfPeople' : unit === 'activities' ? 'changeOfActivities' : 'changeOfOrganisations', lang);
  return word(unit === 'people' ? 'reached' : unit, lang);
}

function definitionOf(facts: MapFacts, level: string, lang: Lang): string {
  const { spec, population, presence } = facts;
  const { data } = spec;
  if (data.kind === 'population') {
    const parts = [fill(TEXT.definition[data.measure][lang], { level })];
    if (data.sex !== 't') parts.push(TEXT.words.sex[data.sex][lang]);
    if (data.age !== 'all') parts.push(fill(TEXT.words[/^\d/.test(data.age) ? 'age' : 'group'][lang], { age: data.age }));
    if (population?.year) parts.push(String(population.year));
    return `${parts.join(COMMA[lang])}.`;
  }
  if (data.kind !== 'presence') return '';
  const { measure } = data;
  const period = periodText(presence!.from, presence!.to, lang);
  const parts = [`${presence!.definition[lang].replace(/\.$/, '')} (${level})`];
  if (measure.is === 'ratio') parts.unshift(fill(TEXT.words.ratio[lang], { year: population?.year ? ` (${population.year})` : '' }));
  if (data.split === 'clusters') parts.unshift(TEXT.words.clusters[lang]);
  if (data.split === 'matrix') parts.unshift(TEXT.words.matrix[lang]);
  if (measure.is === 'change') parts.unshift(fill(TEXT.words.change[lang], sidesOf(facts, lang)));
  else if (period) parts.push(fill(TEXT.words.asOf[lang], { period }));
  if (measure.is === 'ratio') parts.push(TEXT.words.caveat[lang]);
  if (presence!.redacted) parts.push(TEXT.words.redacted[lang]);
  return `${parts.join('. ')}.`;
}

/** What a change lies between: two periods; with their versions, where these are two. */
function sidesOf({ presence, data }: MapFacts, lang: Lang): { before: string; now: string } {
  const { before, from, to } = presence!;
  const say = (version: DatasetVersion | null, period: string) => [version ? `\u2068${version.version}\u2069` : '', period].filter(Boolean).join(' · ');
  const other = before!.version;
  return { before: say(other, periodText(before!.from, before!.to, lang)), now: say(other && data, periodText(from, to, lang)) };
}

/** Dates in words: a period is read, not computed with. */
export function periodText(from: string | null, to: string | null, lang: Lang): string {
  const date = new Intl.DateTimeFormat(localeOf(lang), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const write = (iso: string) => date.format(new Date(iso));
  if (from && to) return from === to ? write(from) : date.formatRange(new Date(from), new Date(to));
  return from ? `${write(from)} –` : to ? `– ${write(to)}` : '';
}

function sourcesOf({ boundary, data, people, population, presence }: MapFacts, lang: Lang): string[] {
  const line = ({ dataset, version, metadata }: DatasetVersion, extra = '') => {
    const owner = [...new Set([metadata.source, metadata.contributor, extra].filter(Boolean))].join(COMMA[lang]);
    const about = [
      // Isolated, so that an Arabic sentence keeps its order around it (UAX 9 §2.4).
      `\u2068${dataset} ${version}\u2069`,
      metadata.dateValidOn ? periodText(metadata.dateValidOn, metadata.dateValidOn, lang) : '',
      metadata.license ? fill(TEXT.words.license[lang], { name: metadata.license }) : '',
    ];
    const note = about.filter(Boolean).join(COMMA[lang]);
    return owner ? `${owner} (${note})` : note;
  };
  const of = (version: DatasetVersion | null, extra?: string) => (version ? [line(version, extra)] : []);
  return [line(boundary), ...of(data, people ? '' : population?.source), ...of(presence?.before?.version ?? null), ...of(people, population?.source)];
}
