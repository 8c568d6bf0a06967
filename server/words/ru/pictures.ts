/** Printed on pictures of maps. */
import type en from '../en/pictures.ts';

export default {
  'picture.zero': 'Нет',
  'picture.noData': 'Нет данных',
  'picture.notReported': 'Не сообщено',
  'picture.possible': 'Возможно (район разделён)',
  'picture.notPlaced': 'Место под вопросом',
  'picture.aboveOnly': 'Только вышестоящий район',
  'picture.withheld': 'Не раскрывается',
  'picture.sources': 'Источники',
  'picture.draft': 'ПРОЕКТ – НЕ УТВЕРЖДЕНО',
  'picture.allAreas': 'Все районы',
  'picture.allClusters': 'Все кластеры',
  'picture.moreAreas': 'ещё {n, number} в таблице',
  'picture.people': 'Население',
  'picture.density': 'Человек на км²',
  'picture.organisations': 'Организации',
  'picture.activities': 'Мероприятия',
  'picture.reached': 'Охваченные люди',
  'picture.ratio': 'Человек на организацию',
  'picture.changeOfOrganisations': 'Изменение числа организаций',
  'picture.changeOfActivities': 'Изменение числа мероприятий',
  'picture.changeOfPeople': 'Изменение числа охваченных людей',
  'picture.changeOfRatio': 'Изменение числа человек на организацию',
  'picture.boundaries': 'Административные границы',
  'picture.rows': '{rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  'picture.note.abyei': 'Окончательный статус района Абьей ещё не определён.',
  'picture.note.sudan': 'Окончательная граница между Республикой Судан и Республикой Южный Судан ещё не определена.',
  'picture.note.kashmir':
    'Пунктирная линия приблизительно показывает линию контроля в Джамму и Кашмире, согласованную Индией и Пакистаном. Стороны ещё не договорились об окончательном статусе Джамму и Кашмира.',
  'picture.note.falkland':
    'Между правительствами Аргентины и Соединённого Королевства существует спор относительно суверенитета над Фолклендскими (Мальвинскими) островами.',
} satisfies Record<keyof typeof en, string>;
