import type en from '../../en/interface/home.ts';

export default {
  'home.title': 'Países',
  'home.lead': 'Conjuntos de datos operativos comunes (COD): límites, nombres y códigos que todos comparten.',
  'home.filter': 'Buscar un país',
  'home.loading': 'Cargando los países…',
  'home.empty': 'Todavía no hay países',
  'home.empty.detail': 'Publique un conjunto de datos de límites y aparecerá aquí.',
  'home.none': 'Ningún país coincide con «{query}». Revise la ortografía o use el código de tres letras.',
  'home.units': '{units, number} en el nivel {level}',
  'home.updated': 'Publicado el {date}',
  'home.unpublished': 'Aún sin publicar',
} satisfies Record<keyof typeof en, string>;
