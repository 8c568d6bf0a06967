/** One dataset: versions, quality, metadata, files. ICU message syntax. */
import type en from '../../en/interface/dataset.ts';

export default {
  'dataset.loading': 'A carregar o conjunto de dados…',
  'dataset.missing': 'Não existe aqui o conjunto de dados {id}',
  'dataset.map': 'Abrir o mapa',
  'dataset.versions': 'Versões',
  'dataset.reason': 'Motivo indicado:',
  'quality.title': 'O que as verificações encontraram',
  'quality.more': '{infos, plural, one {# nota} other {# notas}}, {accepted, plural, one {# excepção aceite} other {# excepções aceites}}',
  'quality.map': 'Constatações no mapa',
  'quality.report': 'Ler o relatório',
  'meta.title': 'Metadados',
  'meta.levels': 'Níveis',
  'meta.drawing':
    '{drawing, select, uploaded {tal como foi carregado; até {distance, most} dos limites do nível {from}} other {formado a partir do nível {from}; limites deslocados até {distance, most}}}',
  'meta.drawing-near':
    '{drawing, select, uploaded {tal como foi carregado; a menos de 1 m dos limites do nível {from}} other {formado a partir do nível {from}; nenhum limite se deslocou mais de 1 m}}',
  'meta.level': 'nível {level}: {units, number}',
  'meta.languages': 'Línguas dos nomes',
  'meta.frequency': 'Frequência de atualização',
  'meta.years': '{years, plural, one {todos os anos} other {de # em # anos}}',
  'api.title': 'Usar a partir de um programa',
  'api.units': 'Unidades do nível 1, em JSON',
  'api.search': 'Procurar por nome ou P-code',
  'api.tilejson': 'TileJSON para MapLibre e QGIS',
  'api.pmtiles': 'O mapa completo num ficheiro PMTiles',
  'api.copy': 'Copiar: {what}',
  'api.copied': 'Copiado',
  'api.copy-failed': 'O navegador não permitiu copiar. Seleccione a linha e copie-a à mão.',
  'api.docs': 'Documentação completa da API',
  'decided.title': 'Decisões dos grupos',
  'decided.by': '{group}, {date, day}:',
  'decided.meeting': 'Reunião: {title}',
  'decided.in-meeting': 'Ver a reunião',
} satisfies Record<keyof typeof en, string>;
