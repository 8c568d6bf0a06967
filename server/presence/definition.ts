/** What a count counts, in a sentence to print beside it, in the four languages of the interface. */
import type { CountDefinition } from '../contract/presence/presence.ts';
import { STATUSES } from '../contract/presence/presence.ts';
import type { CodeTable } from '../matching/sectors.ts';
import type { Lang } from '../contract/languages.ts';
import type { Text } from '../words/text.ts';
import { formatMessage } from '../words/message.ts';

const WHAT: Text = {
  en: '{unit, select, activities {Activities} people {People reached, as reported,} other {Distinct organisations}} {role, select, programming {of programming partners} funding {of funding partners} any {of implementing or programming partners} other {of implementing partners}}',
  fr: '{unit, select, activities {Activités} people {Personnes atteintes, telles que rapportées,} other {Organisations distinctes}} {role, select, programming {des partenaires de programmation} funding {des bailleurs de fonds} any {des partenaires de mise en œuvre ou de programmation} other {des partenaires de mise en œuvre}}',
  es: '{unit, select, activities {Actividades} people {Personas alcanzadas, según lo informado,} other {Organizaciones distintas}} {role, select, programming {de socios programadores} funding {de donantes} any {de socios implementadores o programadores} other {de socios implementadores}}',
  ar: '{unit, select, activities {أنشطة} people {أشخاص وصلت إليهم المساعدة بحسب التقارير} other {منظمات متمايزة}} {role, select, programming {من الشركاء المبرمجين} funding {من الجهات المانحة} any {من الشركاء المنفذين أو المبرمجين} other {من الشركاء المنفذين}}',
};
const STATUS: Record<CountDefinition['statuses'][number], Text> = {
  planned: { en: 'planned', fr: 'planifié', es: 'planificado', ar: 'مخطط' },
  ongoing: { en: 'ongoing', fr: 'en cours', es: 'en curso', ar: 'جارٍ' },
  completed: { en: 'completed', fr: 'terminé', es: 'finalizado', ar: 'مكتمل' },
  suspended: { en: 'suspended', fr: 'suspendu', es: 'suspendido', ar: 'معلّق' },
  unknown: { en: 'not stated', fr: 'non indiqué', es: 'no indicado', ar: 'غير مذكور' },
};
const PARTS: Record<'status' | 'anyStatus' | 'sectors' | 'allSectors' | 'types' | 'orgs' | 'period' | 'allPeriods', Text> = {
  status: { en: 'status: {list}', fr: 'statut : {list}', es: 'estado: {list}', ar: 'الحالة: {list}' },
  anyStatus: { en: 'any status', fr: 'tout statut', es: 'cualquier estado', ar: 'أي حالة' },
  sectors: { en: 'sectors: {list}', fr: 'secteurs : {list}', es: 'sectores: {list}', ar: 'القطاعات: {list}' },
  allSectors: { en: 'all sectors', fr: 'tous les secteurs', es: 'todos los sectores', ar: 'كل القطاعات' },
  types: { en: 'types: {list}', fr: 'types : {list}', es: 'tipos: {list}', ar: 'الأنواع: {list}' },
  orgs: {
    en: '{count, plural, one {one organisation} other {# organisations}} chosen',
    fr: '{count, plural, one {une organisation choisie} other {# organisations choisies}}',
    es: '{count, plural, one {una organización elegida} other {# organizaciones elegidas}}',
    ar: '{count, plural, one {منظمة مختارة واحدة} two {منظمتان مختارتان} few {# منظمات مختارة} many {# منظمة مختارة} other {# منظمة مختارة}}',
  },
  period: { en: 'from {from} to {to}', fr: 'du {from} au {to}', es: 'del {from} al {to}', ar: 'من {from} إلى {to}' },
  allPeriods: { en: 'all periods of the source', fr: 'toutes les périodes de la source', es: 'todos los períodos de la fuente', ar: 'كل فترات المصدر' },
};
/** Between the members of a list; Arabic has a comma of its own. */
const COMMA: Record<Lang, string> = { en: ', ', fr: ', ', es: ', ', ar: '، ' };
const LANGS: Lang[] = ['en', 'fr', 'es', 'ar'];

export function describeDefinition(definition: CountDefinition, sectors: CodeTable, orgTypes: CodeTable): Text {
  return Object.fromEntries(LANGS.map((lang) => [lang, sentence(definition, lang, sectors, orgTypes)])) as Text;
}

function sentence(definition: CountDefinition, lang: Lang, sectors: CodeTable, orgTypes: CodeTable): string {
  const say = (text: Text, params: Record<string, string | number> = {}) => formatMessage(text, lang, params);
  const names = (codes: string[], table: CodeTable) => codes.map((code) => table.get(code)?.names[lang] || code).join(COMMA[lang]);
  const { unit, role, statuses, orgs, from, to } = definition;
  const parts = [
    say(WHAT, { unit, role }),
    statuses.length === STATUSES.length ? say(PARTS.anyStatus) : say(PARTS.status, { list: statuses.map((each) => STATUS[each][lang]).join(COMMA[lang]) }),
    definition.sectors.length === 0 ? say(PARTS.allSectors) : say(PARTS.sectors, { list: names(definition.sectors, sectors) }),
    ...(definition.orgTypes.length === 0 ? [] : [say(PARTS.types, { list: names(definition.orgTypes, orgTypes) })]),
    ...(orgs.length === 0 ? [] : [say(PARTS.orgs, { count: orgs.length })]),
    from === null && to === null ? say(PARTS.allPeriods) : say(PARTS.period, { from: from ?? '…', to: to ?? '…' }),
  ];
  return `${parts.join(lang === 'ar' ? '؛ ' : '; ')}.`;
}
