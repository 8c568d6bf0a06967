/** The list of countries. ICU message syntax. */
import type en from '../../en/interface/home.ts';

export default {
  'home.title': 'Países',
  'home.lead': 'Conjuntos de dados operacionais comuns (COD): limites, nomes e códigos que todos partilham.',
  'home.filter': 'Procurar um país',
  'home.loading': 'A carregar os países…',
  'home.empty': 'Ainda não há países',
  'home.empty.detail': 'Publique um conjunto de dados de limites e ele aparecerá aqui.',
  'home.none': 'Nenhum país corresponde a “{query}”. Verifique a ortografia ou use o código de três letras.',
  'home.units': '{units, number} no nível {level}',
  'home.updated': 'Publicado em {date}',
  'home.unpublished': 'Ainda não publicado',
} satisfies Record<keyof typeof en, string>;
