import type en from '../en/news.ts';

/** What feeds, notices and digests say of events. */
export default {
  'news.title': 'Novedades de los datos',
  'news.subtitle': 'Versiones de datos publicadas o retiradas, y lo que está atrasado.',
  'news.dataset': 'Novedades: {data}, {country}',
  'news.published.again': 'La versión {version} vuelve a ser la actual desde el {date, day}.',
  'news.published.changes':
    'En comparación con {against}: unidades nuevas {added, number}, desaparecidas {removed, number}, con otro nombre {renamed, number}, con otro código {recoded, number}, redibujadas {redrawn, number}.',
  'news.published.same': 'Ninguna unidad difiere de {against}.',
  'news.withdrawn': 'Retirada: {data}, {country}: {version}',
  'news.withdrawn.text': 'La versión {version} se retiró el {date, day}. No la use más.',
  'news.overdue': 'Atrasado: {series}, {country}',
  'news.overdue.text': 'Vencía el {day, day}.',
  'news.overdue.custodian': 'Vencía el {day, day}, a cargo de {custodian}.',
  'news.harvest.changed': 'Cambió en su fuente: {source} ({country})',
  'news.harvest.changed.text': 'Los datos de la fuente han cambiado.',
  'news.harvest.changed.draft': 'Los datos de la fuente han cambiado; el borrador {version} espera revisión.',
  'news.harvest.failed': 'No se pudo obtener: {source} ({country})',
  'news.harvest.failed.text': 'Desde el {date, day} no se puede obtener esta fuente. Su página dice por qué.',
  'news.harvest.source': 'una fuente',
  'news.webhook.disabled': 'Se desactivó un webhook: {host}',
  'news.webhook.disabled.text': '{host} no aceptó ningún mensaje durante cinco días. Corrija el receptor y vuelva a activar el webhook.',
  'digest.subject': 'Novedades en Codmap: {day, day}',
  'digest.text': 'Lo nuevo para usted desde el {from, day}:',
  'digest.more': 'Hay más; todo está aquí:',
  'digest.all': 'Todas sus novedades:',
  'digest.end': 'Recibe este mensaje porque lo pidió en {host}. Para no recibir más: {link}',
} satisfies Record<keyof typeof en, string>;
