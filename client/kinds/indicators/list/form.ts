/** What is said of an indicator that is proposed or changed: fields of the contract from what stands in the form. Pure but for the fields themselves. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Indicator, IndicatorBody } from '../../../../server/contract/indicators/indicators.ts';
import type { Language } from '../../../i18n/language.ts';
import { choice, field, tick } from '../../../kit/form.ts';
import type { ListSpeaker } from './words.ts';

export const FORM_KINDS = ['needs', 'response', 'context', 'severity'] as const;
export const FORM_MEASURES = ['people', 'things', 'share', 'index', 'rate'] as const;
const DIRECTIONS = ['higher-worse', 'higher-better', 'none'] as const;
const SECTORS = ['ALL', 'CCM', 'EDU', 'ERY', 'FSC', 'HEA', 'LOG', 'NUT', 'PRO', 'PRO-CPN', 'PRO-GBV', 'PRO-HLP', 'PRO-MIN', 'SHL', 'TEL', 'WSH'] as const;

/** What an agreed indicator measures stays: these fields are shown, and not asked. */
export function indicatorFields({ t, sector }: ListSpeaker, own: Indicator | null, language: Language, faults: Record<string, string>): TemplateResult {
  const isAgreed = own !== null && own.state !== 'proposed';
  const options = <T extends string>(all: readonly T[], text: (each: T) => string) => all.map((each) => [each, text(each)] as const);
  return html`${own === null ? field({ name: 'code', label: t('list.field.code'), hint: t('list.field.code.hint'), dir: 'ltr', required: true, fault: faults['code'] }) : nothing}
  ${field({ name: 'title', label: t('list.field.title'), value: own?.title[language] ?? own?.title['en'] ?? '', required: true, fault: faults['title'] })}
  ${field({ name: 'definition', label: t('list.field.definition'), value: own?.definition[language] ?? own?.definition['en'] ?? '', rows: 4, fault: faults['definition'] })}
  ${choice({ name: 'sector', label: t('list.field.sector'), value: own?.sector ?? '', disabled: isAgreed, options: [['', '–'], ...options(SECTORS, sector)] })}
  ${choice({ name: 'kind', label: t('list.field.kind'), value: own?.kind ?? 'needs', options: options(FORM_KINDS, (each) => t(`list.kind.${each}`)) })}
  ${choice({ name: 'measure', label: t('indicators.definition.measure'), value: own?.measure ?? 'people', disabled: isAgreed, options: options(FORM_MEASURES, (each) => t(`indicators.type.${each}`)) })}
  ${choice({ name: 'direction', label: t('indicators.definition.direction'), value: own?.direction ?? 'higher-worse', options: options(DIRECTIONS, (each) => (each === 'none' ? '–' : t(`indicators.direction.${each}`))) })}
  ${field({ name: 'unit', label: t('list.field.unit'), value: own?.unit ?? '', fault: faults['unit'] })}
  ${field({ name: 'numerator', label: t('list.field.numerator'), value: own?.numerator ?? '', disabled: isAgreed })}
  ${field({ name: 'denominator', label: t('list.field.denominator'), value: own?.denominator ?? '', disabled: isAgreed })}
  ${field({ name: 'method', label: t('indicators.definition.method'), value: own?.method ?? '', rows: 2 })}
  ${field({ name: 'source', label: t('indicators.definition.source'), value: own?.source ?? '' })}
  ${field({ name: 'frequency', label: t('list.field.frequency'), value: own?.frequency ?? '' })}
  ${tick({ name: 'key', label: t('list.field.key'), checked: own?.key ?? false })}`;
}

/** Of a change all that the form does not ask stays as it was. */
export function bodyOf(values: Record<string, string>, own: Indicator | null, language: Language): IndicatorBody {
  const isAgreed = own !== null && own.state !== 'proposed';
  const measure = isAgreed ? own.measure : (FORM_MEASURES.find((each) => each === values['measure']) ?? 'people');
  const { state: _state, agreed: _agreed, retired: _retired, ...before } = own ?? ({} as Indicator);
  const additive = own && own.measure === measure ? own.additive : { units: measure === 'people' || measure === 'things', time: 'stock' as const };
  const kept = {
    per: null,
    classes: [],
    disaggregations: [],
    population: '',
    owner: null,
    standard: '',
    baseline: null,
    target: null,
    external: {},
    notes: '',
  };
  return {
    ...kept,
    ...(own ? before : {}),
    code: own?.code ?? values['code'] ?? '',
    title: { ...own?.title, [language]: values['title'] ?? '' },
    definition: { ...own?.definition, [language]: values['definition'] ?? '' },
    sector: isAgreed ? own.sector : values['sector'] || null,
    kind: FORM_KINDS.find((each) => each === values['kind']) ?? 'needs',
    measure,
    unit: values['unit'] ?? '',
    numerator: isAgreed ? own.numerator : (values['numerator'] ?? ''),
    denominator: isAgreed ? own.denominator : (values['denominator'] ?? ''),
    additive,
    direction: DIRECTIONS.find((each) => each === values['direction']) ?? 'none',
    method: values['method'] ?? '',
    source: values['source'] ?? '',
    frequency: values['frequency'] ?? '',
    key: values['key'] === 'yes',
  };
}
