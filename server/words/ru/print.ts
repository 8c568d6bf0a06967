/** Of what pages say, the little that is printed too. */
import type common from '../en/interface/common.ts';

export default {
  'kind.cod-ab': 'Границы',
  'kind.cod-ps': 'Население',
  'kind.3w': 'Кто, что и где делает',
  'kind.layer': 'Слой карты',
  'kind.indicators': 'Показатели',
  'version.withdrawn': '{what} {version}: отозвана {date}',
  'version.withdrawn.undated': '{what} {version}: отозвана',
  'version.superseded': '{what} {version}: заменена версией {by} {date}',
  'version.superseded.undated': '{what} {version}: заменена другой версией',
  'version.draft': '{what} {version}: проект, который видят только участники',
  'version.why': 'Причина: {reason}',
  'version.show-current': 'Показать текущую версию {version}',
  'version.none-current': 'Текущей версии нет.',
  'disclaimer.elsewhere': 'Опубликованного текста на русском языке нет; {language} текст:',
} satisfies Partial<Record<keyof typeof common, string>>;
