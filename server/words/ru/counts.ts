/** What a count of a 3W counts, in a sentence to print beside it. */
import type en from '../en/counts.ts';

export default {
  'count.what':
    '{unit, select, activities {Мероприятия} people {Охваченные люди, по сообщениям,} other {Разные организации:}} {role, select, programming {партнёры, ведущие программы,} funding {финансирующие партнёры} any {исполняющие партнёры и партнёры, ведущие программы,} other {исполняющие партнёры}}',
  'count.statuses': 'статус: {list}',
  'count.anyStatus': 'все статусы',
  'count.sectors': 'кластеры: {list}',
  'count.allSectors': 'все кластеры',
  'count.types': 'типы: {list}',
  'count.orgs': '{count, plural, one {# выбранная организация} few {# выбранные организации} many {# выбранных организаций} other {# выбранной организации}}',
  'count.period': 'с {from} по {to}',
  'count.allPeriods': 'все периоды источника',
  'count.status.planned': 'запланировано',
  'count.status.ongoing': 'выполняется',
  'count.status.completed': 'завершено',
  'count.status.suspended': 'приостановлено',
  'count.status.unknown': 'не указан',
} satisfies Record<keyof typeof en, string>;
